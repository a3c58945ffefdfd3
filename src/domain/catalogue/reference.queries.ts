import { nameKey } from "../../common/name-key";
import type { Database } from "../../db/database";
import { empty, join, raw, type Sql, sql } from "../../db/sql";
import type { Kind } from "./kind";

/** One thing that a reference may mean. The lower the precedence, the closer the match. */
export interface ReferenceMatch {
  ref: string;
  id: number;
  precedence: number;
  slug: string;
  name: string;
}

function identifierMatches(kind: Kind, table: Sql): Sql {
  return join(
    (kind.identifiers ?? []).map(
      ({ expression }, i) => sql` UNION ALL SELECT t.id, 3, t.slug, t.${raw(kind.nameColumn)}
        FROM ${table} t WHERE ${raw(expression)} = ${raw(`wanted.identifiers[${i + 1}]`)}`,
    ),
    "",
  );
}

/** All things of one kind that references may mean, by slug (1), name (2), or alias and identifier (3). */
export function findReferences(db: Database, kind: Kind, refs: readonly string[]): Promise<ReferenceMatch[]> {
  return db.rows(referenceMatches(kind, refs));
}

/** The rows of `findReferences`, to be joined with more. */
export function referenceMatches(kind: Kind, refs: readonly string[]): Sql {
  const table = raw(kind.table);
  const identifiers = kind.identifiers ?? [];
  const identifierColumns = identifiers.map(
    (identifier) => sql`${refs.map((ref) => identifier.read(ref))}::text[]`,
  );
  const identifierArray = identifiers.length
    ? sql`, ARRAY[${join(identifiers.map((_, i) => raw(`w.identifier${i}`)))}] AS identifiers`
    : empty;
  const identifierNames = identifiers.map((_, i) => raw(`, identifier${i}`));
  return sql`
    SELECT wanted.ref, match.*
    FROM (
      SELECT w.ref, w.key ${identifierArray}
      FROM unnest(${[...refs]}::text[], ${refs.map(nameKey)}::text[]
        ${join(
          identifierColumns.map((column) => sql`, ${column}`),
          "",
        )}) AS w(ref, key ${join(identifierNames, "")})
    ) AS wanted
    CROSS JOIN LATERAL (
      SELECT t.id, 1 AS precedence, t.slug, t.${raw(kind.nameColumn)} AS name
        FROM ${table} t WHERE t.slug = wanted.key
      UNION ALL
      SELECT t.id, 2, t.slug, t.${raw(kind.nameColumn)} FROM ${table} t WHERE t.${raw(kind.keyColumn)} = wanted.key
      UNION ALL
      SELECT t.id, 3, t.slug, t.${raw(kind.nameColumn)}
        FROM alias a JOIN ${table} t ON t.id = a.${raw(kind.aliasColumn)}
        WHERE a.key = wanted.key AND a.${raw(kind.aliasColumn)} IS NOT NULL
      ${identifierMatches(kind, table)}
    ) AS match`;
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
      SELECT id, id FROM unnest(${[...rootIds]}::integer[]) AS root(id)
      UNION
      SELECT under.root_id, t.id FROM under JOIN ${raw(kind.table)} t ON t.parent_id = under.id
    )
    SELECT root_id AS "rootId", id FROM under`);
}
