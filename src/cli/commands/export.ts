import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { PoolDatabase, poolOf } from "../../db/database";
import { exportBundle } from "../../exporters/bundle/export-bundle";
import { withStore } from "../store";

/** \`scoregraph export\` */
export function exportCommand(program: Command): void {
  program
    .command("export")
    .summary("write the whole graph as a bundle")
    .description(
      "Writes everything in the graph as a bundle in JSON Lines, in an order that is always the same. Importing it into an empty database gives the same graph.",
    )
    .option(
      "--output <file>",
      "write to a file, which is there when all of it is written; else to standard output",
    )
    .action(({ output }: { output?: string }) =>
      withStore(async ({ dataSource }) => {
        const lines = exportBundle(new PoolDatabase(poolOf(dataSource)));
        if (!output) {
          for await (const line of lines) {
            if (!process.stdout.write(line))
              await new Promise((resolve) => process.stdout.once("drain", resolve));
          }
          return;
        }
        const unfinished = `${output}.${process.pid}.part`;
        try {
          await pipeline(Readable.from(lines), createWriteStream(unfinished));
          await rename(unfinished, output);
        } finally {
          await rm(unfinished, { force: true });
        }
      }),
    );
}
