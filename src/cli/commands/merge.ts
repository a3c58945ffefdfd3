import { Argument, type Command } from "commander";
import { mergeIntoOne } from "../../importers/merge-into-one";
import { CommandError, ExitCode } from "../exit-codes";
import { withStore } from "../store";
import { count } from "../words";

const KINDS = {
  organisation: "Organisation",
  "loss-function": "LossFunction",
  backbone: "Backbone",
  "training-dataset": "TrainingDataset",
  paper: "Paper",
} as const;

/** \`scoregraph merge KIND FROM INTO\` */
export function mergeCommand(program: Command): void {
  program
    .command("merge")
    .summary("make two things one")
    .description(
      'Makes two things one: all that refers to the first refers to the second from then on, and the names of the first become aliases of the second. Stands among the imports; "scoregraph imports undo" takes it back.',
    )
    .addArgument(new Argument("<kind>", "what they are").choices(Object.keys(KINDS)))
    .argument("<from>", "slug, name or alias of the one that goes")
    .argument("<into>", "slug, name or alias of the one that stays")
    .option("--json", "print JSON")
    .action((kind: keyof typeof KINDS, from: string, into: string, { json }: { json?: boolean }) =>
      withStore(async ({ dataSource }, signal) => {
        const merged = await mergeIntoOne(dataSource, KINDS[kind], from, into, signal);
        if ("problem" in merged) throw new CommandError(ExitCode.REFUSED, merged.problem);
        const said = `"${from}" is "${into}" now, by import ${merged.id}: ${count(merged.total.changed, "row")} changed, ${merged.total.removed} removed.`;
        process.stdout.write(`${json ? JSON.stringify(merged, null, 2) : said}\n`);
      }),
    );
}
