import { Command, CommanderError } from "commander";
import { packageVersion } from "../common/package";
import { checkCommand } from "./commands/check";
import { exportCommand } from "./commands/export";
import { formatsCommand } from "./commands/formats";
import { importCommand } from "./commands/import";
import { importsCommand } from "./commands/imports";
import { mergeCommand } from "./commands/merge";
import { serveCommand } from "./commands/serve";
import { ExitCode } from "./exit-codes";
import { asCommandError } from "./trouble";

const COMMANDS = [
  serveCommand,
  importCommand,
  importsCommand,
  mergeCommand,
  exportCommand,
  checkCommand,
  formatsCommand,
];

/** The command line: its commands, their arguments and options. */
export function createProgram(): Command {
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
  return program;
}

/** Runs what the command line asks for, and sets the process's exit code. */
export async function runProgram(argv: string[]): Promise<void> {
  process.stdout.on("error", outputLost);
  process.stderr.on("error", () => {});
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = tell(error, argv.includes("--json"));
  }
}

/** A reader that has seen enough, such as `head`, is no fault; a full disk is. */
function outputLost({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") return;
  process.stderr.write(`The output could not be written: ${message}.\n`);
  process.exitCode = ExitCode.FAILED;
}

/** Tells what went wrong, and gives the exit code for it. */
function tell(error: unknown, json: boolean): number {
  // Help and version end this way, too; what there is to say is printed already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.OK : ExitCode.USAGE;
  const { exitCode, message, details } = asCommandError(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: message, ...details }, null, 2)}\n`);
  else process.stderr.write(`${message}\n`);
  return exitCode;
}
