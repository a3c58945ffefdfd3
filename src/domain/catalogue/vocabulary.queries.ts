import type { Database } from "../../db/database";
import { join, raw, sql } from "../../db/sql";
import { Kinds } from "./kind";

/** A thing that texts may speak of, with all the ways to write it. */
export interface NamedThing {
  kind: "LossFunction" | "Backbone" | "TrainingDataset" | "Paper";
  slug: string;
  /** Name first, then aliases. */
  names: readonly string[];
}

const KINDS: NamedThing["kind"][] = ["LossFunction", "Backbone", "TrainingDataset", "Paper"];

/** Everything that texts may speak of, by kind and slug. */
export function findVocabulary(db: Database): Promise<NamedThing[]> {
  const ofKind = (kind: NamedThing["kind"]) => {
    const { table, nameColumn, aliasColumn } = Kinds[kind];
    return sql`
      SELECT ${raw(`'${kind}'`)} AS kind, t.slug, ARRAY[t.${raw(nameColumn)}] || ARRAY(
        SELECT a.text FROM alias a WHERE a.${raw(aliasColumn)} = t.id ORDER BY a.text COLLATE "C") AS names
      FROM ${raw(table)} t`;
  };
  return db.rows(
    sql`SELECT * FROM (${join(KINDS.map(ofKind), " UNION ALL ")}) AS v ORDER BY kind, slug COLLATE "C"`,
  );
}
