import { randomUUID } from "node:crypto";
import {
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, type EmbeddedPostgresError, FolderInUse } from "./errors";
import { isAlive, startTime } from "./process";

/** A process that holds a folder. The start time tells it from a later process of the same number. */
interface Holder {
  pid: number;
  started?: string;
  /** Machine and container: process numbers mean nothing elsewhere. */
  host: string;
}

const HEARTBEAT_MS = 5_000;
const SILENT_AFTER_MS = 15_000;

/**
 * Takes a folder for this process, so that no second one starts a server on the same data. A lock left by a
 * process that was killed is taken over. Returns what gives the folder free again.
 * Throws EmbeddedPostgresError if a living process holds it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = join(folder, "postgres.lock");
  const own = JSON.stringify({ pid: process.pid, started: startTime(process.pid), host: thisHost() });
  while (!create(file, own)) {
    const text = read(file);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder && (await holds(holder, file))) throw inUse(folder, holder);
    remove(file, text);
  }
  const heartbeat = setInterval(() => beat(file), HEARTBEAT_MS).unref();
  return () => {
    clearInterval(heartbeat);
    if (read(file) === own) rmSync(file, { force: true });
  };
}

/** Whether a living process holds a folder. */
export async function isHeld(folder: string): Promise<boolean> {
  const file = join(folder, "postgres.lock");
  const holder = parse(read(file) ?? "");
  return holder !== undefined && (await holds(holder, file));
}

function inUse(folder: string, holder: Holder): EmbeddedPostgresError {
  const who = holder.pid === process.pid ? `this process (${holder.pid})` : `process ${holder.pid}`;
  const where = holder.host === thisHost() ? "" : ` on ${holder.host.split(" ")[0]}`;
  return new FolderInUse(
    `The data folder ${folder} is already in use by ${who}${where}. Stop that one, or set another data folder ` +
      "or DATABASE_URL for this one.",
  );
}

/** Makes the lock with its content in one step, so that nobody ever reads half of it. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  // Readable by all: another user of the folder must see that a lock of this one is stale.
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a stale lock, but not a fresh one that another process has put in its place meanwhile. */
function remove(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(codeOf(error) ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

async function holds(holder: Holder, file: string): Promise<boolean> {
  if (holder.host === thisHost()) {
    return isAlive(holder.pid) && startTime(holder.pid) === holder.started;
  }
  // Elsewhere only the heartbeat tells: wait until it comes, or has not come for long enough.
  const seen = lastBeat(file);
  while (seen !== undefined && Date.now() - seen < SILENT_AFTER_MS) {
    await sleep(500);
    if (lastBeat(file) !== seen) return true;
  }
  return false;
}

function lastBeat(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function beat(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was deleted under us; the server will say so itself.
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

function thisHost(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}
