import { createHash } from "node:crypto";
import { nameKey } from "../../common/name-key";
import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import { countPerParent } from "../../db/count";
import type { Database } from "../../db/database";
import { readPages } from "../../db/keyset";
import { anyOf, join, raw, type Sql, sql } from "../../db/sql";
import { type Kind, type KindName, Kinds } from "../catalogue/kind";
import { idsWithin } from "./benchmark-scope.queries";
import type { MatchedOn } from "./matched-on";

/** A match as it is read. */
export interface SearchRow {
  type: KindName;
  key: number;
  matched: string;
  matchedOn: MatchedOn;
  closeness: number;
}

/** What is looked for: a text, among which kinds of things, and within which benchmark (null for all). */
export interface SearchTerms {
  text: string;
  types: readonly KindName[];
  benchmarkId: number | null;
}

const BODY = raw("FROM match WHERE parent.id IS NOT NULL");

/** The trigram conditions use the indexes; LIKE finds what is too short for trigrams. */
function near(column: Sql, text: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${column} % ${text} OR ${text} <% ${column} OR ${column} LIKE ${pattern})`;
}

/** How close a name is: 1 for the same, just below for one that contains the text, else its likeness. */
function closeness(column: Sql, text: string): Sql {
  return sql`CASE
    WHEN ${column} = ${text} THEN 1
    WHEN strpos(${column}, ${text}) > 0 THEN 0.9 + 0.09 * length(${text}) / length(${column})
    ELSE 0.9 * greatest(similarity(${column}, ${text}), word_similarity(${text}, ${column}))
  END`;
}

function matchesOf(kind: Kind, text: string): Sql[] {
  const [table, name, key] = [raw(kind.table), raw(`t.${kind.nameColumn}`), raw(`t.${kind.keyColumn}`)];
  const alias = raw(`a.${kind.aliasColumn}`);
  const type = sql`${kind.type}::text`;
  return [
    sql`SELECT ${type} AS type, t.id, ${name} AS matched, 'NAME' AS matched_on, ${closeness(key, text)} AS closeness
      FROM ${table} t WHERE ${near(key, text)}`,
    sql`SELECT ${type}, ${alias}, a.text, 'ALIAS', ${closeness(raw("a.key"), text)}
      FROM alias a WHERE ${alias} IS NOT NULL AND ${near(raw("a.key"), text)}`,
    ...(kind.identifiers ?? []).map(({ expression, read }) => {
      const identifier = raw(expression);
      return sql`SELECT ${type}, t.id, ${identifier}, 'IDENTIFIER', 1
        FROM ${table} t WHERE ${identifier} = ${read(text)}`;
    }),
  ];
}

/** The best match of each thing; of equals the name before an alias. */
function matches({ text, types, benchmarkId }: SearchTerms): Sql {
  const key = nameKey(text);
  const found = join(
    types.flatMap((type) => matchesOf(Kinds[type], key)),
    " UNION ALL ",
  );
  const within =
    benchmarkId === null
      ? raw("true")
      : anyOf(types.map((type) => sql`type = ${type} AND id IN (${idsWithin(type, benchmarkId)})`));
  return sql`WITH match AS MATERIALIZED (
    SELECT DISTINCT ON (type, id) type, id, matched, matched_on, round(closeness::numeric, 4) AS closeness
    FROM (${found}) AS found WHERE ${within}
    ORDER BY type, id, closeness DESC, matched_on DESC, matched COLLATE "C"
  )`;
}

/** A page of what has a name, alias, title or identifier like the text, the closest first. */
export async function findMatches(
  db: Database,
  terms: SearchTerms,
  page: PageRequest,
): Promise<Page<SearchRow> | undefined> {
  const pages = await readPages<SearchRow>(
    db,
    [0],
    {
      with: matches(terms),
      columns: raw(`type, id AS key, matched, matched_on AS "matchedOn", closeness::float8 AS closeness`),
      body: BODY,
      order: {
        list: `search:${createHash("sha256")
          .update(JSON.stringify([nameKey(terms.text), terms.types, terms.benchmarkId]))
          .digest("hex")
          .slice(0, 12)}`,
        terms: [
          { expression: raw("closeness"), type: "numeric", descending: true, required: true },
          { expression: raw("matched"), type: "text", required: true },
          { expression: raw("type"), type: "text", required: true },
          { expression: raw("id"), type: "integer", required: true },
        ],
      },
    },
    page,
  );
  return pages.get(0);
}

/** How many things match. */
export async function countMatches(db: Database, terms: SearchTerms): Promise<number> {
  return (await countPerParent(db, [0], BODY, matches(terms))).get(0) ?? 0;
}
