import { nameKey } from "../../common/name-key";

/** A kind of thing that can be asked for by id, slug, name or alias. */
export interface Kind {
  /** Name of the GraphQL type. */
  type: string;
  /** What messages call one of them. */
  label: string;
  table: string;
  /** Column with the name, and the one with the name's key. */
  nameColumn: string;
  keyColumn: string;
  /** Column of the alias table that points at this kind. */
  aliasColumn: string;
  /** Whether a thing of this kind can stand within another one. */
  tree: boolean;
  /** Further unique identifiers of a row `t`, and how a reference is read as one. */
  identifiers?: { expression: string; read: (ref: string) => string | null }[];
}

const named = (type: string, label: string, table: string, tree = false): Kind => ({
  type,
  label,
  table,
  nameColumn: "name",
  keyColumn: "name_key",
  aliasColumn: `${table}_id`,
  tree,
});

/** Reads an arXiv identifier out of `1801.07698`, `arXiv:1801.07698v3` or the address of its page. */
export function readArxivId(ref: string): string | null {
  const match =
    /^(?:arxiv:\s*|https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/)?(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?(?:\.pdf)?$/i.exec(
      nameKey(ref),
    );
  return match ? match[1].toLowerCase() : null;
}

/** Reads a DOI out of `10.1109/...`, `doi:10.1109/...` or the address of its resolver. */
export function readDoi(ref: string): string | null {
  const match = /^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(nameKey(ref));
  return match ? match[1].toLowerCase() : null;
}

export const Kinds = {
  Benchmark: named("Benchmark", "benchmark", "benchmark"),
  Leaderboard: named("Leaderboard", "leaderboard", "leaderboard"),
  Organisation: named("Organisation", "organisation", "organisation"),
  LossFunction: named("LossFunction", "loss function", "loss_function", true),
  Backbone: named("Backbone", "backbone", "backbone", true),
  TrainingDataset: named("TrainingDataset", "training dataset", "training_dataset"),
  Paper: {
    ...named("Paper", "paper", "paper"),
    nameColumn: "title",
    keyColumn: "title_key",
    identifiers: [
      { expression: "t.arxiv_id", read: readArxivId },
      { expression: "lower(t.doi)", read: readDoi },
    ],
  } as Kind,
  Submission: { ...named("Submission", "submission", "submission"), nameColumn: "label" },
} as const satisfies Record<string, Kind>;

/** GraphQL types whose things can be asked for by reference. */
export type KindName = keyof typeof Kinds;
