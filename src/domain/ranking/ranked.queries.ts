import { raw, type Sql, sql } from "../../db/sql";
import type { AssumedDirection } from "./direction";
import { isKeptOn, keptRanks } from "./kept-ranks.queries";
import { TieRule } from "./tie-rule";

/** The order of equals: by date, undated last, then by name in code-point order, then by age of the record. */
export const TIEBREAK = raw(`submitted_on ASC NULLS LAST, label COLLATE "C", submission_id`);

/** Every split's best value first. Exact: values are decimals. */
export const BEST_FIRST = raw("goodness DESC");

/** As of which day a field is read (null for today), and which direction is taken where no source says one. */
export interface FieldTerms {
  asOf: string | null;
  assumed: AssumedDirection;
}

/** The direction of the metric `m`; UNKNOWN where neither its source nor the caller says one. */
function directionIn(assumed: AssumedDirection): Sql {
  return assumed === null ? raw("m.direction") : sql`coalesce(nullif(m.direction, 'UNKNOWN'), ${assumed})`;
}

/**
 * The rows that stand on splits with a value, as a relation: split_id, leaderboard_id, score_id, submission_id, value,
 * goodness (the value, negated where lower is better), submitted_on, label. `splits` is the condition behind a split's
 * id: `= ...` or `IN (...)`. With `asOf`, what was dated by the end of
 * that day; undated rows are then not in it. Splits whose metric has neither a known nor an assumed direction have no
 * rows.
 */
export function fieldOf(splits: Sql, { asOf, assumed }: FieldTerms): Sql {
  const direction = directionIn(assumed);
  const dated = asOf === null ? raw("") : sql`AND s.submitted_on <= ${asOf}::date`;
  return sql`
    SELECT x.split_id, lb.id AS leaderboard_id, x.id AS score_id, x.submission_id, x.value,
      CASE ${direction} WHEN 'HIGHER_IS_BETTER' THEN x.value ELSE -x.value END AS goodness,
      s.submitted_on, s.label
    FROM score x
    JOIN split sp ON sp.id = x.split_id
    JOIN leaderboard lb ON lb.id = sp.leaderboard_id
    JOIN metric m ON m.id = lb.metric_id AND ${direction} <> 'UNKNOWN'
    JOIN submission s ON s.id = x.submission_id
    WHERE sp.id ${splits} AND x.value IS NOT NULL ${dated}`;
}

/** The rank of a row among the rows of its split, by a tie rule. */
export function rankOver(ties: TieRule): Sql {
  const split = sql`PARTITION BY split_id ORDER BY ${BEST_FIRST}`;
  switch (ties) {
    case TieRule.COMPETITION:
      return sql`rank() OVER (${split})`;
    case TieRule.DENSE:
      return sql`dense_rank() OVER (${split})`;
    case TieRule.ORDINAL:
      return sql`row_number() OVER (${split}, ${TIEBREAK})`;
    case TieRule.FRACTIONAL:
      return sql`rank() OVER (${split}) + (count(*) OVER (PARTITION BY split_id, goodness) - 1) / 2.0`;
  }
}

/**
 * The definition of ranks: the field with overall_rank (place in the whole split), tied (another row of the split has
 * the same value) and behind_leader (distance to the best value of the split, in the metric's unit, never negative).
 */
export function computedRanks(splits: Sql, terms: FieldTerms, ties: TieRule): Sql {
  return sql`
    SELECT field.*, ${rankOver(ties)} AS overall_rank,
      count(*) OVER (PARTITION BY split_id, goodness) > 1 AS tied,
      max(goodness) OVER (PARTITION BY split_id) - goodness AS behind_leader
    FROM (${fieldOf(splits, terms)}) AS field`;
}

/** The rows of `computedRanks`, of splits whose ranking is kept without computing anything. */
export function rankedField(splits: Sql, terms: FieldTerms, ties: TieRule): Sql {
  if (!isKeptOn(terms)) return computedRanks(splits, terms, ties);
  const others = sql`${splits} AND NOT EXISTS (SELECT FROM kept_split ks WHERE ks.split_id = sp.id)`;
  return sql`${keptRanks(splits, ties)} UNION ALL ${computedRanks(others, terms, ties)}`;
}
