import { raw, type Sql, sql } from "../../db/sql";

/** Joins to things `t` of a table the list of their aliases as `alias.texts`; null where they have none. */
export function joinAliases(table: string): Sql {
  const id = raw(`a.${table}_id`);
  return sql`LEFT JOIN (
    SELECT ${id} AS id, json_agg(a.text ORDER BY a.text COLLATE "C") AS texts
    FROM alias a WHERE ${id} IS NOT NULL GROUP BY 1
  ) alias ON alias.id = t.id`;
}

/** Where fact `x` of submission `s` stands, as the last keys of an object; the source only if it is another one. */
export const PLACE = raw(`'document', CASE WHEN x.source_id <> s.source_id THEN d.slug END,
  'line', x.source_line, 'column', x.source_column`);

/** A table `x` whose rows belong to submissions `s` and stand in sources `d`. */
export function factsOf(table: string): Sql {
  return sql`FROM ${raw(table)} x JOIN submission s ON s.id = x.submission_id JOIN source d ON d.id = x.source_id`;
}

/** Joins to submissions `t` the list of what `query` gives for each of them, as `<name>.list`. */
export function joinList(name: string, query: Sql): Sql {
  return sql`LEFT JOIN (${query} GROUP BY 1) ${raw(name)} ON ${raw(name)}.submission_id = t.id`;
}
