import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { codeOf } from "./errors";

/**
 * Makes the links between libraries that a package cannot carry and that its install script would have made,
 * had it been allowed to run. Returns false if one is missing and the folder cannot be written.
 */
export function ensureSymlinks(nativeFolder: string): boolean {
  const list = join(nativeFolder, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      makeLink(join(dirname(nativeFolder), source), join(dirname(nativeFolder), target), nativeFolder);
    }
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

function makeLink(source: string, target: string, within: string): void {
  if (!source.startsWith(within + sep) || !target.startsWith(within + sep)) return;
  if (lstatSync(target, { throwIfNoEntry: false })) return;
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}
