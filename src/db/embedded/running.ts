import { realpathSync } from "node:fs";
import { databaseUrl } from "./connect";
import { clusterFolder, findHome } from "./home";
import { isHeld } from "./lock";
import { readPassword } from "./password";
import { readPostmasterFile } from "./postmaster-file";
import { isAlive } from "./process";

/**
 * Address of the server that another process runs on a data folder, for a short visit that neither starts nor stops
 * it; undefined when none runs.
 */
export async function runningPostgresUrl(dataFolder: string): Promise<string | undefined> {
  let folder: string;
  let home: string | undefined;
  try {
    folder = realpathSync(dataFolder);
    home = findHome(folder, () => {});
  } catch {
    return undefined;
  }
  // One whose owner was killed wants a new owner, not a visitor.
  if (!home || !(await isHeld(folder))) return undefined;
  const server = readPostmasterFile(clusterFolder(home));
  if (!server?.ready || !isAlive(server.pid)) return undefined;
  return databaseUrl(server.port, readPassword(home));
}
