import { Command, CommanderError } from "commander";
import { packageVersion } from "../common/package";
import { ConfigError } from "../config";
import { checkCommand } from "./commands/check";
import { exportCommand } from "./commands/export";
import { formatsCommand } from "./commands/formats";
import { importCommand } from "./commands/import";
import { importsCommand } from "./commands/imports";
import { mergeCommand } from "./commands/merge";
import { serveCommand } from "./commands/serve";
import { CommandError, ExitCode } from "./exit-codes";

const COMMANDS = [
  serveCommand,
  importCommand,
  importsCommand,
  mergeCommand,
  exportCommand,
  checkCommand,
  formatsCommand,
];

/** Runs what the command line asks for, and sets the process's exit code. */
export async function runProgram(argv: string[]): Promise<void> {
  const program = new Command("scoregraph")
    .description(
      "Published benchmark results as a graph: brings them in, serves them, and gives them back out.",
    )
    .version(packageVersion)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("Add --help to see what is possible.")
    .showSuggestionAfterError()
    .exitOverride();
  for (const add of COMMANDS) add(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error, program.args.length > 0 && argv.includes("--json"));
  }
}

function exitCodeOf(error: unknown, json: boolean): number {
  // Help and version end this way, too; what there is to say is printed already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.OK : ExitCode.USAGE;
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    const details = error instanceof CommandError ? error.details : {};
    process.stdout.write(`${JSON.stringify({ error: message, ...details }, null, 2)}\n`);
  } else process.stderr.write(`${message}\n`);
  if (error instanceof CommandError) return error.exitCode;
  return error instanceof ConfigError ? ExitCode.USAGE : ExitCode.FAILED;
}
