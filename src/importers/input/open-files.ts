import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "../problem";
import type { InputFile } from "./input-file";

export { inputFromText } from "./input-file";

/**
 * The files of the paths: a file as given, whatever its name; of a folder all files under it that have one of the
 * extensions (such as ".json"), in the order of their names. With problems for what cannot be read.
 */
export async function openFiles(
  paths: string[],
  extensions: readonly string[],
): Promise<{ files: InputFile[]; problems: Problem[] }> {
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  const report = (file: string, message: string) => problems.push({ file, line: 1, column: 1, message });
  for (const given of paths) await open(given, true, []);
  return { files, problems };

  async function open(name: string, asGiven: boolean, above: string[]): Promise<void> {
    try {
      const found = await stat(name);
      if (found.isDirectory()) {
        const real = await realpath(name);
        if (above.includes(real))
          return void report(name, "a link to a folder that it stands in. Take it out.");
        for (const inner of (await readdir(name)).sort(byCodePoint)) {
          await open(path.join(name, inner), false, [...above, real]);
        }
      } else if (!asGiven && !extensions.some((extension) => name.toLowerCase().endsWith(extension))) return;
      else if (!found.isFile()) report(name, "neither a file nor a folder.");
      else files.push({ name, bytes: () => createReadStream(name, { highWaterMark: 1 << 18 }) });
    } catch (error) {
      report(name, `cannot be read: ${(error as Error).message}.`);
    }
  }
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
