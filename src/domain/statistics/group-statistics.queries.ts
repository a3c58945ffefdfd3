import { raw, type Sql, sql } from "../../db/sql";
import type { Grouping } from "../facet/grouping";
import { groupsOf } from "../facet/grouping.queries";

/** The mean of the lower and the upper middle, as an exact decimal: percentile_cont would compute in floating point. */
const MEDIAN = raw(`(((array_agg(value ORDER BY overall_rank))[(count(*) + 1) / 2]
  + (array_agg(value ORDER BY overall_rank))[count(*) / 2 + 1]) * 0.5)::float8`);

/**
 * The groups (split_id, key, label, figures, is_unknown, best_goodness) of the rows of each split. `ranked` gives the
 * rows with their ordinal ranks as overall_rank; `condition` selects among submissions `s`, whose row is `ranked`.
 */
export function groupStatistics(ranked: Sql, grouping: Grouping, condition: Sql | null): Sql {
  const selected = condition
    ? sql`WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})`
    : raw("");
  return sql`
    SELECT ranked.split_id, g.key, coalesce(group_label, 'Unknown') AS label, g.key IS NULL AS is_unknown,
      count(*) AS count, avg(value)::float8 AS mean, ${MEDIAN} AS median,
      stddev_samp(value)::float8 AS deviation, min(value)::float8 AS min, max(value)::float8 AS max,
      max(goodness) AS best_goodness, (array_agg(score_id ORDER BY overall_rank))[1] AS best_score_id
    FROM (${ranked}) AS ranked
    LEFT JOIN (${groupsOf(grouping)}) AS g(group_submission_id, key, group_label)
      ON g.group_submission_id = ranked.submission_id
    ${selected}
    GROUP BY ranked.split_id, g.key, group_label`;
}
