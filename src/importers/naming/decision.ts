import type { Place } from "../problem";
import type { KnownName } from "./name-store";

/** What a name of an import means, and how often it is used. */
export interface Decision<Known extends KnownName = KnownName> {
  name: string;
  key: string;
  slug: string;
  how: "name" | "alias" | "slug" | "match" | "record" | "created";
  /** The thing that was there before, or that a record of the import gives. */
  known?: Known;
  /** The thing's own name, where a match says that the name is another one of it. */
  ownName?: string;
  /** Why it cannot be used. */
  fault?: string;
  place: Place;
  places: number;
}

/** How often something is written, to be put behind what is said of its first place. */
export function inPlaces(places: number): string {
  return places > 1 ? ` (in ${places} places)` : "";
}

/** Names in quotes with their slugs, for a message. */
export function listed(things: readonly { name: string; slug: string }[]): string {
  return things.map(({ name, slug }) => `"${name}" (${slug})`).join(" or ");
}
