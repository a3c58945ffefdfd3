import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, chooseAccount, isRoot } from "./account";
import { type Binaries, prepareBinaries } from "./binaries";
import { EmbeddedPostgresError } from "./errors";
import { checkReach, clusterFolder, findHome, makeHome } from "./home";
import { makeCluster } from "./initdb";
import { passwordFile, readPassword } from "./password";
import { sharedPlace } from "./shared-place";

/** A whole cluster on disk, and what is needed to run it. */
export interface Cluster {
  folder: string;
  /** The folder that holds the cluster and its password. */
  home: string;
  password: string;
  account: Account;
  binaries: Binaries;
}

export interface ClusterOptions {
  /** False leaves out the flushes to disk, for tests. */
  durable: boolean;
  onLog: (line: string) => void;
}

/**
 * Finds the cluster of a data folder, or makes one. The caller must hold the lock of the data folder.
 * Throws EmbeddedPostgresError if there is one of another major version or it cannot be reached.
 */
export async function prepareCluster(dataFolder: string, options: ClusterOptions): Promise<Cluster> {
  const found = findHome(dataFolder, options.onLog);
  if (found) setAsideIncomplete(clusterFolder(found), options.onLog);
  const existing = found && existsSync(clusterFolder(found)) ? clusterFolder(found) : undefined;
  const account = chooseAccount(existing);
  const binaries = prepareBinaries(account, () => (isRoot() ? sharedPlace() : dataFolder));
  if (found && existing) {
    checkMajor(existing, binaries.major);
    checkReach(existing, account);
    return { folder: existing, home: found, password: readPassword(found), account, binaries };
  }
  const home = found && found !== dataFolder ? found : makeHome(dataFolder, account, options.onLog);
  const folder = clusterFolder(home);
  const password = randomBytes(24).toString("base64url");
  await makeCluster(folder, { home, account, binaries, password, durable: options.durable }, () => {
    rmSync(passwordFile(home), { force: true });
    writeFileSync(passwordFile(home), `${password}\n`, { mode: 0o600, flush: true });
  });
  return { folder, home, password, account, binaries };
}

function checkMajor(folder: string, major: string): void {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (made === major) return;
  throw new EmbeddedPostgresError(
    `The database in ${folder} was made by Postgres ${made}, and this is Postgres ${major}, which cannot read it. ` +
      `Dump it with Postgres ${made} and load it anew, set another data folder, or set DATABASE_URL.`,
  );
}

/** A folder without control file holds no database, but may hold something of the operator's: it is kept. */
function setAsideIncomplete(folder: string, onLog: (line: string) => void): void {
  if (!existsSync(folder)) return;
  if (existsSync(join(folder, "PG_VERSION")) && existsSync(join(folder, "global", "pg_control"))) return;
  try {
    rmdirSync(folder);
  } catch {
    const aside = `${folder}.incomplete-${randomUUID().slice(0, 8)}`;
    renameSync(folder, aside);
    onLog(`${folder} was not a whole database; it was moved to ${aside}, and a new one is made`);
  }
}
