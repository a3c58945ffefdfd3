import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { EmbeddedPostgresError } from "./errors";

/** The user whom Postgres runs as. Without numbers it is the user of this process. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** Whether this process is root, as whom Postgres refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Chooses whom Postgres runs as: this user, or as root the owner of the cluster folder if there is one already,
 * else the user `postgres`, else `nobody`. Throws EmbeddedPostgresError if there is nobody to run it.
 */
export function chooseAccount(clusterFolder?: string): Account {
  const owner = clusterFolder ? statSync(clusterFolder, { throwIfNoEntry: false }) : undefined;
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new EmbeddedPostgresError(
        `The database in ${clusterFolder} belongs to another user (uid ${owner.uid}). ` +
          "Start as that user or as root, choose another data folder, or set DATABASE_URL.",
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = findUser("postgres") ?? findUser("nobody");
  if (account) return account;
  throw new EmbeddedPostgresError(
    "Postgres refuses to run as root, and there is neither a user postgres nor a user nobody to run it as. " +
      "Start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Looks a user up in the text of /etc/passwd; undefined if it is not there or is root. */
export function findUser(name: string, passwd = readFileSync("/etc/passwd", "utf8")): Account | undefined {
  for (const line of passwd.split("\n")) {
    const [user, , uid, gid] = line.split(":");
    if (user === name && Number(uid) !== 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Runs a short program as an account, from a folder everyone can enter and with an empty environment. */
export function runAs(account: Account, command: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { ...account, cwd: "/", env: {}, encoding: "utf8", timeout: 30_000 });
}
