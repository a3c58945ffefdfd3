import type { Command } from "commander";
import { formats } from "../../importers/formats";
import { table } from "../table";

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
        options,
      }));
      const rows = all.map((format) => [format.name, format.extensions.join(" "), format.summary]);
      process.stdout.write(
        `${json ? JSON.stringify(all, null, 2) : table(["format", "files", "what it is"], rows)}\n`,
      );
    });
}
