import { hiddenCharacters } from "../input/check-text";
import type { Place } from "../problem";

/** Postgres keeps neither NUL nor half a surrogate pair. */
const UNKEEPABLE = /[\0\p{Cs}]/u;

/** What turns the letters after it around, so that a name looks like another one; scripts do without. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;

/** A text that cannot be taken, and the nearest place that is known of it. */
export interface UnsafeText {
  place: Place;
  text: string;
}

/** A text that cannot be kept, or that shows other than it is; null where there is none. */
export function unsafeText(value: unknown, place: Place): UnsafeText | null {
  if (typeof value === "string") {
    return UNKEEPABLE.test(value) || TURNING.test(value) ? { place, text: value } : null;
  }
  if (typeof value !== "object" || value === null) return null;
  const nearest = (value as { place?: Place }).place ?? place;
  for (const key in value) {
    const part = (value as Record<string, unknown>)[key];
    if (key === "place" || (typeof part !== "string" && typeof part !== "object")) continue;
    // The whole text of a source is nobody's name.
    if (key === "text" && typeof part === "string" && !UNKEEPABLE.test(part)) continue;
    const unsafe = unsafeText(part, nearest);
    if (unsafe) return unsafe;
  }
  return null;
}

/** Says what is wrong with an unsafe text. */
export function unsafeMessage(text: string): string {
  if (UNKEEPABLE.test(text)) {
    return `${shownText(text)} has a character that cannot be kept: NUL, or half of a pair of surrogates. Take it out.`;
  }
  const hidden = hiddenCharacters(text.slice(text.search(TURNING)));
  return `${shownText(text)} holds ${hidden?.name}, which makes it look like another text. Take it out.`;
}

/** Shows a text with what must not be printed written out. */
function shownText(text: string): string {
  const short = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return short.replace(
    new RegExp(TURNING, "gu"),
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
