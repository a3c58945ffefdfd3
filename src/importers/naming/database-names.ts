import type { Database } from "../../db/database";
import { Kinds } from "../../domain/catalogue/kind";
import {
  findLeaderboards,
  findMetrics,
  findNames,
  findPapers,
  findSubmissions,
} from "../../domain/catalogue/name.queries";
import { findReferences, type ReferenceMatch } from "../../domain/catalogue/reference.queries";
import type { KnownName, NameStore } from "./name-store";

const VIA = ["slug", "name", "alias"] as const;

function known<Match extends ReferenceMatch>({ ref, precedence, ...match }: Match) {
  return { ...match, key: ref, via: VIA[precedence - 1] as KnownName["via"] };
}

/** The names that a database holds: one statement for each kind and batch. */
export function databaseNames(db: Database): NameStore {
  return {
    things: async (kind, keys) => (await findReferences(db, Kinds[kind], keys)).map(known),
    leaderboards: async (keys) => (await findLeaderboards(db, keys)).map(known),
    papers: async (keys) => (await findPapers(db, keys)).map(known),
    metrics: () => findMetrics(db),
    submissions: (names, slugs) => findSubmissions(db, names, slugs),
    names: (kind) => findNames(db, Kinds[kind]),
  };
}
