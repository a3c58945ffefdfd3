import { hash } from "node:crypto";

/** Names an answer by all that decides on it: equal keys have equal answers. */
export function etagOf(key: string): string {
  return `W/"${hash("sha256", key, "base64url").slice(0, 22)}"`;
}

/** Whoever keeps it has to ask each time whether it still holds, which costs next to nothing. */
export const REVALIDATED = "max-age=0, must-revalidate";

/** Whether the caller says by `If-None-Match` that they have this answer. */
export function hasAnswer(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => strong(tag) === strong(etag));
}
