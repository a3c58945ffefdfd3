import { raw, type Sql, sql } from "../../db/sql";
import type { FieldTerms } from "./ranked.queries";
import { TieRule } from "./tie-rule";

/** Whether rankings are kept on these terms: today's, by the direction that a source says. */
export function isKeptOn({ asOf, assumed }: FieldTerms): boolean {
  return asOf === null && assumed === null;
}

/** The rank that is kept of a row `k`, by a tie rule. */
function keptRank(ties: TieRule): Sql {
  switch (ties) {
    case TieRule.COMPETITION:
      return raw("k.competition_rank");
    case TieRule.DENSE:
      return raw("k.dense_rank");
    case TieRule.ORDINAL:
      return raw("k.position");
    case TieRule.FRACTIONAL:
      return raw("k.competition_rank + (k.equals - 1) / 2.0");
  }
}

/** The columns of `computedRanks`, of a kept row `k` of the split `ks`. */
export function keptColumns(ties: TieRule): Sql {
  return sql`k.split_id, ks.leaderboard_id, k.score_id, k.submission_id, k.value, k.goodness, k.submitted_on, k.label,
    ${keptRank(ties)} AS overall_rank, k.equals > 1 AS tied, ks.best_goodness - k.goodness AS behind_leader`;
}

/** The rows of `computedRanks`, of those of the splits whose ranking is kept. */
export function keptRanks(splits: Sql, ties: TieRule): Sql {
  return sql`
    SELECT ${keptColumns(ties)} FROM kept_split ks JOIN kept_ranking k ON k.split_id = ks.split_id
    WHERE ks.split_id ${splits}`;
}
