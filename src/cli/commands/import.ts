import { stat } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { nearest } from "../../common/nearest";
import type { FormatOptions } from "../../importers/format";
import { formats } from "../../importers/formats";
import { ImportRefused, importFiles } from "../../importers/import-files";
import { openFiles } from "../../importers/input/open-files";
import { type NameMatch, readMatch } from "../../importers/naming/name-match";
import { problemLine } from "../../importers/problem";
import { CommandError, ExitCode } from "../exit-codes";
import { printReport, refusalText } from "../import-report";
import { progressLine } from "../progress";
import { withStore } from "../store";
import { wholeNumber } from "../whole-number";
import { OPTION_NAMES } from "./formats";

type Direction = [string, "HIGHER_IS_BETTER" | "LOWER_IS_BETTER"];

interface ImportOptions {
  dryRun?: boolean;
  create?: boolean;
  strict?: boolean;
  match?: NameMatch[];
  direction?: Direction[];
  mapping?: string;
  title?: string;
  url?: string;
  problems: number;
  json?: boolean;
}

const HELP = `
Everything that can be used of the files is imported in one transaction, or nothing is. The same files again change
nothing. A FORMAT is one of: ${[...formats.keys()].join(", ")}; "scoregraph formats" says what each reads.

Names resolve through the names and aliases that are known. A new name that is written almost like a known one stops the
import and is proposed for a decision: --match takes it as the same thing, --create as a new one.

Exit codes: 0 imported, or nothing to do; 1 refused, nothing was changed; 2 wrong use of the command; 3 failed, nothing
was changed; 130 stopped by Ctrl-C, nothing was changed.

Examples:
  scoregraph import bundle my-leaderboard/ --dry-run
  scoregraph import csv results.csv --mapping results.yaml --match "backbone:resnet50=ResNet-50"
  scoregraph import paperswithcode tasks/ --direction "Accuracy=higher"`;

/** \`scoregraph import FORMAT PATH...\` */
export function importCommand(program: Command): void {
  program
    .command("import")
    .summary("bring in files of results")
    .description("Imports files of results, or all files of folders.")
    .argument("<format>", "how the files are written")
    .argument("<path...>", "files and folders")
    .option("--dry-run", "say what would be created, changed and left, and every problem; write nothing")
    .addOption(
      new Option("--create", "take every unknown name as a new thing, also one near another").conflicts(
        "strict",
      ),
    )
    .option("--strict", "stop at every unknown name of anything but a submission")
    .option(
      "--match <kind:name=known>",
      "take a name as a known thing, and remember it as its alias; repeatable",
      addMatch,
    )
    .option(
      "--direction <metric=higher|lower>",
      "which values of a metric are better; repeatable",
      addDirection,
    )
    .option("--mapping <file>", "what the columns of the tables mean (format csv)")
    .option("--title <text>", "title of the source, where the files do not say it")
    .option("--url <address>", "address of the source")
    .option("--problems <count>", "how many problems to print", wholeNumber, 20)
    .option("--json", "print the report as JSON")
    .addHelpText("after", HELP)
    .action(runImport);
}

async function runImport(name: string, paths: string[], options: ImportOptions): Promise<void> {
  const format = formats.get(name);
  if (!format) {
    const [near] = nearest(name, [...formats.keys()]);
    const hint = near ? ` Did you mean "${near}"?` : "";
    throw new CommandError(
      ExitCode.USAGE,
      `There is no format "${name}".${hint} Formats are ${[...formats.keys()].join(", ")}.`,
    );
  }
  const formatOptions = optionsFor(format.name, format.options, options);
  const { files, problems } = await openFiles(paths, format.extensions);
  if (problems.length) {
    throw new CommandError(
      ExitCode.REFUSED,
      `${problems.map(problemLine).join("\n")}\nNothing was imported.`,
      {
        problems,
      },
    );
  }
  const total = await sizeOf(files.map((file) => file.name));
  const line = progressLine(process.stderr, options.json ? null : total);
  const started = Date.now();
  try {
    const report = await withStore(({ dataSource }, signal) =>
      importFiles(dataSource, {
        format,
        files,
        options: formatOptions,
        naming: options.create ? "create" : options.strict ? "strict" : "create-clear",
        matches: options.match,
        dryRun: options.dryRun,
        signal,
        onProgress: (progress) => line.show(progress),
      }),
    );
    line.clear();
    const seconds = (Date.now() - started) / 1_000;
    if (options.json) process.stdout.write(`${JSON.stringify({ ...report, seconds }, null, 2)}\n`);
    else printReport(report, seconds, options.problems);
  } catch (error) {
    line.clear();
    if (!(error instanceof ImportRefused)) throw error;
    const { problems: found, problemCount, warningCount, names } = error;
    throw new CommandError(ExitCode.REFUSED, refusalText(error, options.problems), {
      problems: found,
      problemCount,
      warningCount,
      names,
    });
  }
}

/** The options that the format heeds. Throws when one is given that it does not. */
function optionsFor(
  format: string,
  heeded: readonly (keyof FormatOptions)[],
  given: ImportOptions,
): FormatOptions {
  const all: FormatOptions = {
    mapping: given.mapping,
    title: given.title,
    url: given.url,
    directions: given.direction && new Map(given.direction),
  };
  for (const [key, value] of Object.entries(all)) {
    if (value === undefined || heeded.includes(key as keyof FormatOptions)) continue;
    const option = OPTION_NAMES[key as keyof FormatOptions];
    throw new CommandError(ExitCode.USAGE, `The format "${format}" has no use for ${option}.`);
  }
  return all;
}

function addMatch(text: string, matches: NameMatch[] = []): NameMatch[] {
  try {
    return [...matches, readMatch(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function addDirection(text: string, directions: Direction[] = []): Direction[] {
  const [, metric, direction] = /^(.+)=(higher|lower)$/i.exec(text) ?? [];
  if (!metric)
    throw new InvalidArgumentError('Write METRIC=higher or METRIC=lower, such as "Accuracy=higher".');
  return [
    ...directions,
    [metric.trim(), direction.toLowerCase() === "higher" ? "HIGHER_IS_BETTER" : "LOWER_IS_BETTER"],
  ];
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
