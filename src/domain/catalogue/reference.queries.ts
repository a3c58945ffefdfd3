import { nameKey } from "../../common/name-key";
import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { among } from "../../db/predicates";
import { join, raw, type Sql, sql } from "../../db/sql";
import { type RowOf, rowTypes } from "../node/row-types";
import { type Kind, type KindName, Kinds } from "./kind";

/** One thing that a reference may mean. The lower the precedence, the closer the match. */
export interface ReferenceMatch {
  ref: string;
  id: number;
  precedence: number;
  slug: string;
  name: string;
}

/** All things of one kind that references may mean, by slug (1), name (2), or alias and identifier (3). */
export function findReferences(db: Database, kind: Kind, refs: readonly string[]): Promise<ReferenceMatch[]> {
  return db.rows(referenceMatches(kind, refs));
}

/** A match with the row of what it is, which most references are asked for. */
export interface ReferencedRow<Row> {
  match: ReferenceMatch;
  row: Row;
}

/** The same with the rows of the things. */
export async function findReferencedRows<Name extends KindName>(
  db: Database,
  name: Name,
  refs: readonly string[],
): Promise<ReferencedRow<RowOf<Name>>[]> {
  const { entity, table } = rowTypes[name];
  const rows = await db.rows<
    RowOf<Name> & Pick<ReferenceMatch, "ref" | "precedence"> & { called: string }
  >(sql`
    SELECT m.ref, m.precedence, m.name AS called, ${columnsOf(entity, "t")}
    FROM (${referenceMatches(Kinds[name], refs)}) AS m JOIN ${raw(table)} t ON t.id = m.id`);
  return rows.map(({ ref, precedence, called, ...row }) => {
    const { id, slug } = row as unknown as ReferenceMatch;
    return { match: { ref, id, precedence, slug, name: called }, row: row as unknown as RowOf<Name> };
  });
}

/** The rows of `findReferences`, to be joined with more. */
export function referenceMatches(kind: Kind, refs: readonly string[]): Sql {
  const identifiers = kind.identifiers ?? [];
  if (refs.length === 1) {
    const [ref] = refs;
    const read = identifiers.map((identifier) => sql`${identifier.read(ref)}::text`);
    return sql`
      SELECT ${ref}::text AS ref, match.* FROM (${matchesOfOne(kind, sql`${nameKey(ref)}::text`, read)}) AS match`;
  }
  const names = identifiers.map((_, i) => raw(`identifier${i}`));
  const read = identifiers.map((identifier) => sql`${refs.map((ref) => identifier.read(ref))}::text[]`);
  return sql`
    SELECT wanted.ref, match.*
    FROM unnest(${join([sql`${[...refs]}::text[]`, sql`${refs.map(nameKey)}::text[]`, ...read])})
      AS wanted(${join([raw("ref"), raw("key"), ...names])})
    CROSS JOIN LATERAL (${matchesOfOne(kind, raw("wanted.key"), names)}) AS match`;
}

/** What a name's key means, or one of the identifiers that it may be read as. */
function matchesOfOne(kind: Kind, key: Sql, identifiers: readonly Sql[]): Sql {
  const [table, name, alias] = [raw(kind.table), raw(`t.${kind.nameColumn}`), raw(`a.${kind.aliasColumn}`)];
  return join(
    [
      sql`SELECT t.id, 1 AS precedence, t.slug, ${name} AS name FROM ${table} t WHERE t.slug = ${key}`,
      sql`SELECT t.id, 2, t.slug, ${name} FROM ${table} t WHERE ${raw(`t.${kind.keyColumn}`)} = ${key}`,
      sql`SELECT t.id, 3, t.slug, ${name} FROM alias a JOIN ${table} t ON t.id = ${alias}
        WHERE a.key = ${key} AND ${alias} IS NOT NULL`,
      ...(kind.identifiers ?? []).map(
        ({ expression }, i) =>
          sql`SELECT t.id, 3, t.slug, ${name} FROM ${table} t WHERE ${raw(expression)} = ${identifiers[i]}`,
      ),
    ],
    " UNION ALL ",
  );
}

/** Names of the things of one kind that are written most like the reference; empty when nothing comes close. */
export async function nearestNames(db: Database, kind: Kind, ref: string, most: number): Promise<string[]> {
  const key = nameKey(ref);
  const table = raw(kind.table);
  const rows = await db.rows<{ name: string }>(sql`
    SELECT name FROM (
      SELECT t.${raw(kind.nameColumn)} AS name,
        greatest(similarity(t.${raw(kind.keyColumn)}, ${key}), word_similarity(${key}, t.${raw(kind.keyColumn)})) AS closeness
      FROM ${table} t WHERE t.${raw(kind.keyColumn)} % ${key} OR ${key} <% t.${raw(kind.keyColumn)}
      UNION ALL
      SELECT t.${raw(kind.nameColumn)}, similarity(a.key, ${key})
      FROM alias a JOIN ${table} t ON t.id = a.${raw(kind.aliasColumn)}
      WHERE a.key % ${key}
    ) AS near
    GROUP BY name ORDER BY max(closeness) DESC, name COLLATE "C" LIMIT ${most}`);
  return rows.map((row) => row.name);
}

/** The things themselves and everything under them, for each of the given roots. */
export function findDescendants(
  db: Database,
  kind: Kind,
  rootIds: readonly number[],
): Promise<{ rootId: number; id: number }[]> {
  return db.rows(sql`
    WITH RECURSIVE under(root_id, id) AS (
      SELECT t.id, t.id FROM ${raw(kind.table)} t WHERE t.id ${among(rootIds)}
      UNION
      SELECT under.root_id, t.id FROM under JOIN ${raw(kind.table)} t ON t.parent_id = under.id
    )
    SELECT root_id AS "rootId", id FROM under`);
}
