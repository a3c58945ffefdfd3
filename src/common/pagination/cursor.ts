import { isCalendarDate } from "../date-scalar";
import { badInput } from "../errors";

/** One part of a row's place in an ordered list, as text; null where the row has no such value. */
export type CursorKey = (string | null)[];

/** The kinds of values that a list can be ordered by. */
export type CursorPartType = "numeric" | "text" | "date" | "integer";

const PATTERNS: Record<Exclude<CursorPartType, "date">, RegExp> = {
  numeric: /^-?\d{1,500}(\.\d{1,500})?$/,
  text: /^[^\0]{0,4000}$/su,
  integer: /^-?\d{1,10}$/,
};

/** Of Postgres's type `integer`, in which rows are numbered. */
const LARGEST_INTEGER = 2_147_483_647;

/** Makes the opaque cursor of a row: the list it belongs to, and its place there. */
export function encodeCursor(list: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([list, ...key]), "utf8").toString("base64url");
}

/** Reads a cursor back; throws BAD_USER_INPUT when it is broken or was handed out by another list. */
export function decodeCursor(
  argument: string,
  cursor: string,
  list: string,
  types: readonly CursorPartType[],
): CursorKey {
  const parts = parse(cursor);
  if (!parts) {
    throw badInput(
      argument,
      "this is not a cursor. Use the `cursor`, `startCursor` or `endCursor` that a page of this list gave.",
    );
  }
  const [owner, ...key] = parts;
  const fits =
    owner === list &&
    key.length === types.length &&
    key.every((part, i) => part === null || isOfType(part, types[i]));
  if (!fits) {
    throw badInput(
      argument,
      "this cursor was given by another list or order. Use one from a page of this list in the same order.",
    );
  }
  return key;
}

function isOfType(part: string, type: CursorPartType): boolean {
  if (type === "date") return isCalendarDate(part);
  return PATTERNS[type].test(part) && (type !== "integer" || Math.abs(Number(part)) <= LARGEST_INTEGER);
}

function parse(cursor: string): [string, ...CursorKey] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parts) || parts.length < 2 || typeof parts[0] !== "string") return null;
    return parts.every((part) => part === null || typeof part === "string")
      ? (parts as [string, ...CursorKey])
      : null;
  } catch {
    return null;
  }
}
