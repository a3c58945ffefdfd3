import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { type Account, isRoot, runAs } from "./account";
import { EmbeddedPostgresError } from "./errors";
import { sharedPlace } from "./shared-place";

const POINTER = "postgres-location";

/** The folder of the cluster inside a home. */
export const clusterFolder = (home: string): string => join(home, "postgres");

/**
 * Finds the folder that holds the cluster and its password: the data folder itself, or the one that its file
 * `postgres-location` names. Undefined if there is no cluster yet.
 *
 * The second is made when this process is root and the data folder lies where the user of Postgres cannot go,
 * such as below /root: then the database is put below /var/lib/scoregraph and the file says where. The data
 * folder can be moved, and the file still leads there. Deleting the data folder starts a new database, and the
 * old one stays until it is deleted too.
 */
export function findHome(dataFolder: string, onLog: (line: string) => void): string | undefined {
  if (existsSync(clusterFolder(dataFolder))) return dataFolder;
  const pointer = join(dataFolder, POINTER);
  if (!existsSync(pointer)) return undefined;
  const lines = readFileSync(pointer, "utf8").split("\n");
  const home = lines.find((line) => line !== "" && !line.startsWith("#"))?.trim();
  if (home && existsSync(home)) return home;
  onLog(`The database that ${pointer} points to, ${home}, is gone; a new one is made`);
  return undefined;
}

/** Chooses and makes the folder for a new cluster that an account is to run. */
export function makeHome(dataFolder: string, account: Account, onLog: (line: string) => void): string {
  if (canHoldCluster(dataFolder, account)) return dataFolder;
  if (!isRoot()) {
    throw new EmbeddedPostgresError(
      `The data folder ${dataFolder} lies on a file system that does not keep owners and permissions, ` +
        "which Postgres needs. Choose a data folder on another one, or set DATABASE_URL.",
    );
  }
  const prefix = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const place = sharedPlace();
  const earlier = readdirSync(place).filter((name) => name.startsWith(`${prefix}-`));
  for (const name of earlier) onLog(`An earlier database of this folder is left in ${join(place, name)}`);
  const home = join(place, `${prefix}-${randomUUID().slice(0, 8)}`);
  mkdirSync(home, { mode: 0o711 });
  chmodSync(home, 0o711);
  if (!canHoldCluster(home, account)) {
    rmSync(home, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `The user of Postgres (uid ${account.uid}) can reach neither ${dataFolder} nor ${place}. ` +
        "Choose a data folder that it can enter, start as an ordinary user, or set DATABASE_URL.",
    );
  }
  writeFileSync(join(home, "data-folder"), `${dataFolder}\n`);
  writePointer(dataFolder, home);
  onLog(`The database is kept in ${home}, since uid ${account.uid} cannot reach ${dataFolder}`);
  return home;
}

/** Throws EmbeddedPostgresError if an account cannot enter the folder of an existing cluster. */
export function checkReach(folder: string, account: Account): void {
  if (canEnter(folder, account)) return;
  throw new EmbeddedPostgresError(
    `The user of Postgres (uid ${account.uid}) cannot reach its database in ${folder}, because a folder above ` +
      "it is closed. Open that folder to it (chmod o+x), move the data folder, or set DATABASE_URL.",
  );
}

function writePointer(dataFolder: string, home: string): void {
  const pointer = join(dataFolder, POINTER);
  const text =
    "# The database of this folder lies where the user who runs Postgres can reach it.\n" +
    `# To delete the database, delete both that folder and this one (${basename(dataFolder)}).\n${home}\n`;
  writeFileSync(`${pointer}.new`, text);
  renameSync(`${pointer}.new`, pointer);
}

/** Tries it out: file systems of other machines or systems may ignore owners and permissions. */
function canHoldCluster(folder: string, account: Account): boolean {
  if (process.platform === "win32") return true;
  const probe = join(folder, `postgres.probe-${randomUUID()}`);
  mkdirSync(probe, { mode: 0o700 });
  try {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(probe, account.uid, account.gid);
    const stats = statSync(probe);
    const kept = (stats.mode & 0o777) === 0o700 && (account.uid === undefined || stats.uid === account.uid);
    return kept && canEnter(probe, account);
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function canEnter(folder: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  const tried = runAs(account, "/bin/sh", ["-c", 'cd "$1" && [ -w . ]', "sh", folder]);
  return tried.error ? true : tried.status === 0;
}
