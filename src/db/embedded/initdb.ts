import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { EmbeddedPostgresError } from "./errors";
import { LastLines } from "./last-lines";

/** The superuser of the embedded cluster. */
export const SUPERUSER = "scoregraph";

const MAKING = "postgres.new-";

/**
 * Makes a cluster at `target`: UTF-8, the built-in C.UTF-8 locale (the same order on every system), passwords by
 * SCRAM. It is made beside the target and moved there when it is whole, so that an interrupted run leaves nothing
 * that looks like a cluster; what such a run left is removed first. `whole` is called just before the move.
 */
export async function makeCluster(
  target: string,
  options: { home: string; account: Account; binaries: Binaries; password: string; durable: boolean },
  whole: () => void,
): Promise<void> {
  const { home, account } = options;
  removeUnfinished(home);
  const making = join(home, `${MAKING}${randomUUID()}`);
  const passwordFile = join(making, "password");
  mkdirSync(making, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    for (const path of [passwordFile, making]) {
      if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
    }
    await runInitdb(join(making, "data"), passwordFile, options);
    whole();
    renameSync(join(making, "data"), target);
  } finally {
    rmSync(making, { recursive: true, force: true, maxRetries: 5 });
  }
}

function removeUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith(MAKING)) rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function runInitdb(
  folder: string,
  passwordFile: string,
  { account, binaries, durable }: { account: Account; binaries: Binaries; durable: boolean },
): Promise<void> {
  const args = [
    "-D",
    folder,
    "-U",
    SUPERUSER,
    `--pwfile=${passwordFile}`,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
  ];
  args.push("--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
  if (!durable) args.push("--no-sync");
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, args, {
      ...account,
      cwd: "/",
      env: { LC_ALL: "C" },
      stdio: ["ignore", "ignore", "pipe"],
      windowsHide: true,
    });
    const problems = new LastLines();
    child.stderr.setEncoding("utf8").on("data", (text: string) => problems.add(text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve();
      const reason = problems.text() || `it ended with ${signal ?? `code ${code}`}`;
      reject(new EmbeddedPostgresError(`The database could not be made in ${folder}: ${reason}`));
    });
  });
}
