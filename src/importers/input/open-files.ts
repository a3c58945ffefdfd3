import { constants, createReadStream } from "node:fs";
import { access, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "../problem";
import type { InputFile } from "./input-file";

export { inputFromText } from "./input-file";

/**
 * The files of the paths. A file is taken as given, whatever its name; of a folder all files in it and in the folders
 * below that end in one of the extensions (such as ".json"), in the order of their names. What begins with a dot is
 * passed over. With a problem for each path that cannot be read.
 */
export async function openFiles(
  paths: string[],
  extensions: readonly string[],
): Promise<{ files: InputFile[]; problems: Problem[] }> {
  const search = new FileSearch(extensions);
  for (const given of paths) await search.open(given);
  return { files: [...search.files.values()], problems: search.problems };
}

class FileSearch {
  /** By absolute path, so that a file that is given twice is read once. */
  readonly files = new Map<string, InputFile>();
  readonly problems: Problem[] = [];

  constructor(private readonly extensions: readonly string[]) {}

  async open(name: string): Promise<void> {
    try {
      if (!(await stat(name)).isDirectory()) await this.addFile(name);
      else if (!(await this.openFolder(name, []))) {
        this.report(name, `the folder holds no file that ends in ${this.extensions.join(", ")}.`);
      }
    } catch (error) {
      this.report(name, reason(error as NodeJS.ErrnoException));
    }
  }

  /** Whether the folder held anything to be read, good or bad; `above` are the folders that it stands in. */
  private async openFolder(name: string, above: string[]): Promise<boolean> {
    const real = await realpath(name);
    if (above.includes(real)) {
      this.report(name, "a link to a folder that it stands in. Take the link out.");
      return true;
    }
    let any = false;
    for (const inner of (await readdir(name)).sort(byCodePoint)) {
      if (inner.startsWith(".")) continue;
      const opened = await this.openInner(`${name.replace(/\/+$/, "")}/${inner}`, [...above, real]);
      any ||= opened;
    }
    return any;
  }

  private async openInner(name: string, above: string[]): Promise<boolean> {
    const wanted = this.extensions.some((extension) => name.toLowerCase().endsWith(extension));
    try {
      if ((await stat(name)).isDirectory()) return await this.openFolder(name, above);
      if (wanted) await this.addFile(name);
      return wanted;
    } catch (error) {
      // A link that leads nowhere matters only where it would be read.
      const gone = (error as NodeJS.ErrnoException).code === "ENOENT" && !wanted;
      if (!gone) this.report(name, reason(error as NodeJS.ErrnoException));
      return !gone;
    }
  }

  private async addFile(name: string): Promise<void> {
    if (!(await stat(name)).isFile())
      return this.report(name, "neither a file nor a folder. Give one of them.");
    await access(name, constants.R_OK);
    const known = path.resolve(name);
    if (!this.files.has(known)) this.files.set(known, { name, bytes: () => createReadStream(name) });
  }

  private report(file: string, message: string): void {
    this.problems.push({ file, line: 1, column: 1, message });
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file or folder.",
  ENOTDIR: "there is no such file or folder.",
  EACCES: "it may not be read: permission is denied.",
  EPERM: "it may not be read: permission is denied.",
  ELOOP: "a link that leads back to itself. Take the link out.",
};

function reason({ code = "", message }: NodeJS.ErrnoException): string {
  return REASONS[code] ?? `it cannot be read: ${message}.`;
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
