import { realpathSync } from "node:fs";
import { databaseUrl } from "./connect";
import { clusterFolder, findHome } from "./home";
import { readPassword } from "./password";
import { readPostmasterFile } from "./postmaster-file";
import { isAlive } from "./process";

/**
 * Address of the server that another process runs on a data folder, for a short visit that neither starts nor stops
 * it; undefined when none runs.
 */
export function runningPostgresUrl(dataFolder: string): string | undefined {
  let home: string | undefined;
  try {
    home = findHome(realpathSync(dataFolder), () => {});
  } catch {
    return undefined;
  }
  if (!home) return undefined;
  const server = readPostmasterFile(clusterFolder(home));
  if (!server?.ready || !isAlive(server.pid)) return undefined;
  return databaseUrl(server.port, readPassword(home));
}
