import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./errors";
import { ensureSymlinks } from "./symlinks";

const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Copies the Postgres programs into a folder of their own below `parent`, readable by all and writable by this
 * user alone, and returns it. A copy that is there already is used again if it belongs to this user.
 */
export function copyBinaries(native: string, parent: string): string {
  const copy = join(parent, copyName(native));
  if (!existsSync(copy)) {
    removeAbandoned(parent);
    const making = join(parent, `binaries.new-${randomUUID()}`);
    // The links are named relative to the folder above "native", so the copy keeps that name inside.
    cpSync(native, join(making, "native"), { recursive: true, verbatimSymlinks: true });
    ensureSymlinks(join(making, "native"));
    openForReading(making);
    moveUnlessThere(making, copy);
  }
  checkOwner(copy);
  return join(copy, "native");
}

function copyName(native: string): string {
  const manifest = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as {
    version: string;
  };
  const hash = createHash("sha256");
  const bin = join(native, "bin");
  for (const name of readdirSync(bin).sort()) hash.update(name).update(readFileSync(join(bin, name)));
  return `binaries-${manifest.version}-${hash.digest("hex").slice(0, 12)}`;
}

function openForReading(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  const runnable = stats.isDirectory() || (stats.mode & 0o100) !== 0 || /[/\\]bin[/\\][^/\\]+$/.test(path);
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name));
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function checkOwner(folder: string): void {
  if (!process.getuid) return;
  const stats = lstatSync(folder);
  if (stats.isDirectory() && stats.uid === process.getuid() && (stats.mode & 0o022) === 0) return;
  throw new EmbeddedPostgresError(
    `${folder} does not belong to this user alone, so the programs in it are not run. Remove it and start again.`,
  );
}

/** A copy that was interrupted; one that another process is making now is younger. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (!name.startsWith("binaries.new-") || Date.now() - lstatSync(path).mtimeMs < ABANDONED_AFTER_MS)
      continue;
    rmSync(path, { recursive: true, force: true });
  }
}
