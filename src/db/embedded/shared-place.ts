import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { EmbeddedPostgresError } from "./errors";

const PLACES = ["/var/lib/scoregraph", "/var/tmp/scoregraph"];

/**
 * The folder of root that other users can enter but not change. It holds what Postgres must reach when the
 * project lies where its user cannot go: copies of the programs, and databases.
 */
export function sharedPlace(): string {
  const problems: string[] = [];
  for (const place of PLACES) {
    try {
      mkdirSync(place, { recursive: true });
      const stats = lstatSync(place);
      if (stats.isDirectory() && stats.uid === 0 && (stats.mode & 0o022) === 0) {
        chmodSync(place, 0o755);
        return place;
      }
      problems.push(`${place} does not belong to root alone`);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  throw new EmbeddedPostgresError(
    `As root, the embedded Postgres needs a folder that its user can reach, but ${problems.join("; ")}. ` +
      "Start as an ordinary user, or set DATABASE_URL.",
  );
}
