import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./errors";

const FILE = "postmaster.pid";

/** What a running server says of itself in its `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** Whether it accepts connections. */
  ready: boolean;
}

/** Reads the file of a cluster folder; undefined if there is none or it is not written yet. */
export function readPostmasterFile(folder: string): PostmasterFile | undefined {
  const lines = readLines(folder);
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])];
  return pid > 0 && port > 0 ? { pid, port, ready: lines?.[7]?.trim() === "ready" } : undefined;
}

/**
 * Makes Postgres see that the file is a leftover, when its process number now belongs to another program or to
 * one that nobody reaps: Postgres would refuse to start. The number of the parent of the next server, this
 * process, is one that it takes for a leftover. Removing the file would also remove the key by which Postgres
 * waits for the last processes of the former server.
 */
export function disown(folder: string): void {
  const lines = readLines(folder);
  if (!lines || lines.length < 2 || process.platform === "win32") return;
  try {
    // Neither makes the file nor follows a link: the folder may belong to another user than this process.
    const file = openSync(join(folder, FILE), constants.O_RDWR | constants.O_NOFOLLOW);
    try {
      ftruncateSync(file);
      writeSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function readLines(folder: string): string[] | undefined {
  try {
    return readFileSync(join(folder, FILE), "utf8").split("\n");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
