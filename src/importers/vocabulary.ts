/** A thing that texts may speak of, with all the ways to write it. */
export interface Term {
  kind: "LossFunction" | "Backbone" | "TrainingDataset" | "Paper";
  slug: string;
  /** Name first, then aliases. */
  names: readonly string[];
}

/** Everything that is known by name when an import begins. */
export type Vocabulary = readonly Term[];
