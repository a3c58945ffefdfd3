import type { Place } from "../problem";

/** Postgres keeps neither NUL nor half a surrogate pair. */
const UNSAFE = /[\0\p{Cs}]/u;

/** Where a text stands that the database cannot keep: the nearest place that the value itself gives; null for none. */
export function unsafeText(value: unknown, place: Place): { place: Place; text: string } | null {
  if (typeof value === "string") return UNSAFE.test(value) ? { place, text: value } : null;
  if (typeof value !== "object" || value === null) return null;
  const nearest = (value as { place?: Place }).place ?? place;
  for (const key in value) {
    const part = (value as Record<string, unknown>)[key];
    if (key === "place" || (typeof part !== "string" && typeof part !== "object")) continue;
    const unsafe = unsafeText(part, nearest);
    if (unsafe) return unsafe;
  }
  return null;
}

/** Shows a text with what cannot be kept written out. */
export function shownText(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
