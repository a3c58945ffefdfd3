import type { Place } from "../problem";

/** Where something stands, told to one who looks at another place. */
export function lineOf(place: Place, seenFrom: Place): string {
  return place.file === seenFrom.file ? `line ${place.line}` : `line ${place.line} of ${place.file}`;
}
