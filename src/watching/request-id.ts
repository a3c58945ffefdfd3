import { randomUUID } from "node:crypto";

/** What a proxy may have named the request: long enough to be told apart, and nothing that could spoil a log. */
const SANE = /^[\w.:+/=-]{8,128}$/;

/** The id of a request: the one it came with when that is sane, else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && SANE.test(given) ? given : randomUUID();
}
