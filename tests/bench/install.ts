import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../../src/common/package";

/** Folder with what only the benchmark needs: the load generator, PostGraphile and the Node that this runs on. */
export const benchFolder = path.join(packageFolder, "tests/bench");

/** Installs what the benchmark needs, unless it is there and as new as the lock file. */
export function installIfNeeded(say: (line: string) => void): void {
  const installed = path.join(benchFolder, "node_modules/.package-lock.json");
  const lock = path.join(benchFolder, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say("Installing what the benchmark needs (npm ci --prefix tests/bench) …");
  const { status } = spawnSync("npm", ["ci", "--prefix", benchFolder, "--no-audit", "--no-fund"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Error(`npm ci --prefix ${benchFolder} ended with ${status}; its words are above.`);
}
