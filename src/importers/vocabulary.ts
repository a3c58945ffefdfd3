import type { NamedThing } from "../domain/catalogue/vocabulary.queries";
import type { NamedPaper } from "./named-result";

/** A thing that texts may speak of, with all the ways to write it. */
export interface Term extends NamedThing {
  /** What is said of a publication by the text itself that is being read; nothing of one that was known before. */
  cited?: Omit<NamedPaper, "place">;
}

/** Everything that is known by name when an import begins. */
export type Vocabulary = readonly Term[];
