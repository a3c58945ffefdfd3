import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { codeOf } from "./errors";

/** Whether a process of this number runs. One that has ended and only waits to be reaped counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  return procStat(pid)?.[0] !== "Z";
}

/** When a process started, in clock ticks since boot; undefined where there is no /proc. */
export function startTime(pid: number): string | undefined {
  return procStat(pid)?.[19];
}

/**
 * Whether a process is the main process of Postgres on a cluster folder; undefined where the system does not
 * tell. The working directory counts rather than the path on the command line, since a folder can be moved
 * while its server runs.
 */
export function isPostmasterOf(pid: number, folder: string): boolean | undefined {
  if (!existsSync("/proc/self/stat")) {
    const listed = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    if (listed.error) return undefined;
    return listed.stdout.includes("postgres") && listed.stdout.includes(folder);
  }
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (basename(command[0]) !== "postgres") return false;
    return command.includes(folder) || sameFolder(`/proc/${pid}/cwd`, folder);
  } catch {
    return isAlive(pid) ? undefined : false;
  }
}

function sameFolder(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  return a.ino === b.ino && a.dev === b.dev;
}

/** The fields of /proc/<pid>/stat from the state on; the name before it may hold spaces and brackets. */
function procStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
