import type { Place } from "../problem";
import type { NamedKind } from "./named-kind";

interface Named {
  kind: NamedKind;
  /** As first written in the import. */
  name: string;
  /** Where it is first written, and in how many places. */
  place: Place;
  places: number;
}

/** A name that nothing had yet. */
export interface CreatedName extends Named {
  slug: string;
}

/** A name that is another one's way to write it. */
export interface AliasedName extends Named {
  slug: string;
  /** The thing's own name. */
  known: string;
  by: "alias" | "slug" | "match" | "identifier";
}

/** A name that nothing has, but others are written almost so. */
export interface NearName extends Named {
  proposals: { slug: string; name: string }[];
}

/** What was decided of the names of an import. */
export interface NamingReport {
  created: CreatedName[];
  aliased: AliasedName[];
  near: NearName[];
  /** Texts that name several organisations. */
  takenApart: { text: string; organisations: string[]; places: number }[];
  submissions: { created: number; known: number };
}
