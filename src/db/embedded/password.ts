import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./errors";
import { clusterFolder } from "./home";

/** The file beside a cluster that holds its password. */
export function passwordFile(home: string): string {
  return join(home, "postgres-password");
}

/** The password of a cluster. Throws EmbeddedPostgresError when its file is gone. */
export function readPassword(home: string): string {
  const file = passwordFile(home);
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  throw new EmbeddedPostgresError(
    `The password of the database, ${file}, is missing. Put it back, or remove ${clusterFolder(home)} to start ` +
      "with an empty database.",
  );
}
