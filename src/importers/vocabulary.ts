import type { NamedThing } from "../domain/catalogue/vocabulary.queries";

/** A thing that texts may speak of, with all the ways to write it. */
export type Term = NamedThing;

/** Everything that is known by name when an import begins. */
export type Vocabulary = readonly Term[];
