import { randomUUID } from "node:crypto";
import type { Log, LogFields } from "../common/log";

/** What a caller is shown of an error that is not theirs. */
export interface InternalError {
  message: string;
  code: "INTERNAL_SERVER_ERROR";
  /** Stands in the log beside the stack. */
  id: string;
}

/** Logs an error that nobody expected, with its stack, under a new id; returns what the caller may see of it. */
export function reportInternalError(log: Log, error: unknown, fields: LogFields = {}): InternalError {
  const id = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? stackOf(error) : "thrown: not an error";
  log.error("Internal error", { id, ...fields, stack });
  return {
    message: `Internal error. Quote this id when reporting it: ${id}`,
    code: "INTERNAL_SERVER_ERROR",
    id,
  };
}

/** Errors of the database about a value, SQLSTATE class 22, repeat it in quotes: it may be a caller's. */
function stackOf(error: Error): string {
  const { code, message, stack = message } = error as Error & { code?: unknown };
  if (typeof code !== "string" || !/^22\w{3}$/.test(code)) return stack;
  return stack.replace(message, message.replace(/".*"/gs, '"..."'));
}
