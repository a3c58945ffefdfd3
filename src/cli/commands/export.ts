import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { loadConfig } from "../../config";
import { PoolDatabase, poolOf } from "../../db/database";
import { Interrupted } from "../../db/transaction";
import { exportArchive } from "../../exporters/archive/export-archive";
import { exportBundle } from "../../exporters/bundle/export-bundle";
import { CommandError, ExitCode } from "../exit-codes";
import { withStore } from "../store";

const ARCHIVE = ".tar.gz";

type Lines = AsyncIterable<string | Buffer>;

/** \`scoregraph export\` */
export function exportCommand(program: Command): void {
  program
    .command("export")
    .summary("write the whole graph as a bundle")
    .description(
      "Writes everything in the graph as a bundle in JSON Lines, in an order that is always the same. Importing it into an empty database gives the same graph. A file that ends in .tar.gz is an archive: the bundle in parts, with manifest, hashes, licence and citation.",
    )
    .option(
      "--output <file>",
      "write to a file, which is there when all of it is written; else to standard output",
    )
    .action(({ output }: { output?: string }) =>
      withStore(({ dataSource }, signal) => {
        const db = new PoolDatabase(poolOf(dataSource));
        const terms = { licence: loadConfig().dataLicence ?? null };
        const lines = output?.endsWith(ARCHIVE) ? exportArchive(db, terms) : exportBundle(db, { terms });
        return (output ? toFile(lines, output, signal) : toStandardOutput(lines, signal)).catch((error) => {
          throw signal.aborted ? new Interrupted() : error;
        });
      }),
    );
}

async function toStandardOutput(lines: Lines, signal: AbortSignal): Promise<void> {
  let lost: unknown;
  process.stdout.once("error", (error) => {
    lost = error;
  });
  await pipeline(Readable.from(lines), process.stdout, { end: false, signal }).catch((error) => {
    // Told already where it matters, for any output.
    if (error !== lost) throw error;
  });
}

/** Whoever looks at the file sees all of it or what was there before. */
async function toFile(lines: Lines, file: string, signal: AbortSignal): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(unfinished), { signal });
    await rename(unfinished, file);
  } catch (error) {
    // Only calls of the system have a path; what else fails is the reading.
    if (signal.aborted || !("path" in (error as Error))) throw error;
    throw new CommandError(ExitCode.FAILED, `${file} cannot be written: ${(error as Error).message}.`);
  } finally {
    await rm(unfinished, { force: true });
  }
}
