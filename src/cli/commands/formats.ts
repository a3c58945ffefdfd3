import type { Command } from "commander";
import type { FormatOptions } from "../../importers/format";
import { formats } from "../../importers/formats";
import { table } from "../table";

/** How the command line calls what some formats heed. */
export const OPTION_NAMES: Record<keyof FormatOptions, string> = {
  mapping: "--mapping",
  directions: "--direction",
  title: "--title",
  url: "--url",
};

/** \`scoregraph formats\` */
export function formatsCommand(program: Command): void {
  program
    .command("formats")
    .summary("list the formats that can be imported")
    .description(
      "Lists the formats that can be imported, with the files that each reads of a folder and its options.",
    )
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => {
      const all = [...formats.values()].map(({ name, summary, extensions, options }) => ({
        name,
        summary,
        extensions,
        options: options.map((option) => OPTION_NAMES[option]),
      }));
      const rows = all.map((format) => [
        format.name,
        format.extensions.join(" "),
        format.options.join(" ") || null,
        format.summary,
      ]);
      const head = ["format", "files", "options of its own", "what it is"];
      process.stdout.write(`${json ? JSON.stringify(all, null, 2) : table(head, rows)}\n`);
    });
}
