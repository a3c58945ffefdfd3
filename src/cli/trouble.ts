import { ConfigError } from "../config";
import { Interrupted } from "../db/transaction";
import { CommandError, ExitCode } from "./exit-codes";

/** Connections that were cut: the server was stopped, or the way to it was lost. */
const CUT = /^(57P0[123]|ECONNRESET|EPIPE)$/;

const DISK_FULL = "53100";

/** Says in one sentence what kept a database from being used, without secrets. */
export function databaseTrouble(error: unknown): string {
  const { message, code, errors } = error as Error & { code?: string; errors?: Error[] };
  // A host with several addresses fails with as many errors and no message of its own.
  const said = message || errors?.map((each) => each.message).join(", ") || String(error);
  if (CUT.test(code ?? "") || /^Connection terminated/.test(said)) {
    return `the connection was lost (${said}). What was not finished was taken back.`;
  }
  if (code === DISK_FULL)
    return `the disk of the database is full (${said}). What was not finished was taken back.`;
  const advice = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/.test(code ?? "")
    ? " Is it running, and is the address right?"
    : "";
  return `${said.replace(/\.?$/, ".")}${advice}`;
}

/** What ended a command, as a message for people and a code for scripts; never a stack. */
export function asCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof Interrupted) return new CommandError(ExitCode.INTERRUPTED, error.message);
  if (error instanceof ConfigError) return new CommandError(ExitCode.USAGE, error.message);
  return new CommandError(
    ExitCode.FAILED,
    isBug(error) ? bugMessage(error) : capital(databaseTrouble(error)),
  );
}

/** Whether an error cannot come from outside: the program is wrong, or the database is not as it made it. */
function isBug(error: unknown): boolean {
  return (
    [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind) ||
    /^42(?!501)/.test((error as { code?: string }).code ?? "")
  );
}

function bugMessage(error: unknown): string {
  return `The command failed by a fault of the program: ${(error as Error).message}. Please report it.`;
}

/** The same text with a capital at its beginning. */
export function capital(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}
