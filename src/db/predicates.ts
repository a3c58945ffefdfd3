import type { DateFilter, IntFilter, TextFilter } from "../common/filters/filter-inputs";
import { foldText, nameKey } from "../common/name-key";
import { allOf, raw, type Sql, sql } from "./sql";

type Bounds = { gt?: unknown; gte?: unknown; lt?: unknown; lte?: unknown };

const OPERATORS = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/**
 * The condition that a key is one of these, to be put behind it. A single one is written otherwise, for the planner
 * reckons with several where it does not see how many there are.
 */
export function among(ids: readonly number[]): Sql {
  return ids.length === 1 ? sql`= ${ids[0]}::integer` : sql`= ANY(${[...ids]}::integer[])`;
}

/**
 * `FROM` of the parents that something is read for, by their id and in their order. A single one is written otherwise,
 * for the same reason.
 */
export function parentsOf(ids: readonly number[]): Sql {
  return ids.length === 1
    ? sql`(SELECT ${ids[0]}::integer AS id, 1 AS place) AS parent`
    : sql`unnest(${[...ids]}::integer[]) WITH ORDINALITY AS parent(id, place)`;
}

/** Conditions for the bounds that are given; `cast` is the Postgres type in which they are compared. */
export function boundConditions(column: Sql, bounds: Bounds, cast: "numeric" | "date" | "integer"): Sql[] {
  return (Object.keys(OPERATORS) as (keyof Bounds)[])
    .filter((name) => bounds[name] != null)
    .map((name) => sql`${column} ${raw(OPERATORS[name])} ${String(bounds[name])}::${raw(cast)}`);
}

/** Whether a column that may be missing is known to fulfil the filter; never NULL, so that NOT keeps the unknown. */
export function rangePredicate(column: Sql, filter: IntFilter | DateFilter, cast: "date" | "integer"): Sql {
  return columnPredicate(column, boundConditions(column, filter, cast), filter.known);
}

/** Whether a text is known to fulfil the filter. `key` is the column with its name key. */
export function textPredicate(key: Sql, filter: TextFilter): Sql {
  const conditions: Sql[] = [];
  if (filter.is != null) conditions.push(sql`${key} = ANY(${filter.is.map(nameKey)}::text[])`);
  if (filter.contains != null) conditions.push(sql`${key} LIKE ${`%${likeText(filter.contains)}%`}`);
  if (filter.startsWith != null) conditions.push(sql`${key} LIKE ${`${likeText(filter.startsWith)}%`}`);
  return columnPredicate(key, conditions, filter.known);
}

/**
 * Whether a column that may be missing fulfils conditions, and is known or not. False for what is missing, and not NULL;
 * said so that an index can serve the conditions.
 */
export function columnPredicate(
  column: Sql,
  conditions: readonly Sql[],
  known: boolean | null | undefined,
): Sql {
  const present = conditions.length ? [...conditions, sql`${column} IS NOT NULL`] : [];
  return allOf([...knownCondition(column, known), ...present]);
}

/** `known: true` or `known: false` on a column. */
function knownCondition(column: Sql, known: boolean | null | undefined): Sql[] {
  if (known == null) return [];
  return [known ? sql`${column} IS NOT NULL` : sql`${column} IS NULL`];
}

/** All conditions together, with false in place of NULL. */
export function decided(conditions: readonly Sql[]): Sql {
  return conditions.length ? sql`coalesce(${allOf(conditions)}, false)` : raw("true");
}

function likeText(text: string): string {
  return foldText(text).replace(/[\\%_]/g, "\\$&");
}
