import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { BundleFile } from "./read-sections";

const READ = new Set([".yaml", ".yml", ".json"]);

/**
 * Reads all files of a bundle that is kept in a folder, its subfolders included, in the order of their names. Throws
 * when there is none.
 */
export async function readBundleFolder(folder: string): Promise<BundleFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && READ.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0)
    throw new Error(`${folder} holds no bundle file: none ends in ${[...READ].join(", ")}.`);
  return Promise.all(
    files.map(async (file) => ({ name: path.relative(folder, file), text: await readFile(file, "utf8") })),
  );
}
