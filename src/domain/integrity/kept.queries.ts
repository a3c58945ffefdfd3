import { raw, type Sql, sql } from "../../db/sql";
import { Grouping } from "../facet/grouping";
import { rankingToKeep } from "../ranking/kept-ranking.commands";
import { groupsToKeep } from "../statistics/kept-groups.commands";

/** Rows of one relation that the other has not, the other way round too: decimals are compared digit by digit. */
function differences(kept: Sql, computed: Sql, columns: Sql): Sql {
  const [one, other] = [kept, computed].map((rows) => sql`SELECT ${columns} FROM (${rows}) AS t`);
  return sql`(${one} EXCEPT ALL ${other}) UNION ALL (${other} EXCEPT ALL ${one})`;
}

/** Splits whose ranking is kept otherwise than it is computed. */
export function wronglyKeptRankings(): Sql {
  const splits = raw("IN (SELECT split_id FROM kept_split)");
  const columns =
    raw(`split_id, position, score_id, submission_id, competition_rank, dense_rank, equals, submitted_on,
    value::text, goodness::text, label`);
  const rows = differences(
    sql`SELECT * FROM kept_ranking WHERE split_id ${splits}`,
    rankingToKeep(splits),
    columns,
  );
  const totals = raw(`
    SELECT ks.split_id FROM kept_split ks LEFT JOIN split sp ON sp.id = ks.split_id
    LEFT JOIN LATERAL (
      SELECT count(*) AS total, max(goodness) AS best FROM kept_ranking k WHERE k.split_id = ks.split_id
    ) AS k ON true
    WHERE (ks.leaderboard_id, ks.total, ks.best_goodness) IS DISTINCT FROM (sp.leaderboard_id, k.total, k.best)`);
  return sql`
    SELECT format('the ranking that is kept of split %s is not the one of its scores', split_id) AS what
    FROM (SELECT split_id FROM (${rows}) AS r UNION ${totals}) AS wrong ORDER BY split_id`;
}

/** Splits of which the groups of a grouping are kept otherwise than they are computed. */
export function wronglyKeptGroups(grouping: Grouping): Sql {
  const splits = sql`IN (SELECT split_id FROM kept_grouping WHERE grouping = ${grouping})`;
  const columns =
    raw(`split_id, place, key, label, count, mean, median, deviation, min, max, best_goodness::text,
    best_score_id`);
  const rows = differences(
    sql`SELECT * FROM kept_group WHERE split_id ${splits} AND grouping = ${grouping}`,
    groupsToKeep(splits, grouping),
    columns,
  );
  return sql`
    SELECT DISTINCT format('the groups by %s that are kept of split %s are not those of its scores', ${grouping}::text, split_id) AS what
    FROM (
      SELECT split_id FROM (${rows}) AS r
      UNION ALL
      SELECT kg.split_id FROM kept_grouping kg WHERE kg.grouping = ${grouping} AND kg.total <> (
        SELECT count(*) FROM kept_group g WHERE g.split_id = kg.split_id AND g.grouping = kg.grouping)
    ) AS wrong ORDER BY what`;
}

/** Everything that is kept, to be compared with what it is kept of. */
export const keptChecks = [
  { name: "What is kept of rankings is what is computed", query: wronglyKeptRankings() },
  ...Object.values(Grouping).map((grouping) => ({
    name: `What is kept of groups by ${grouping} is what is computed`,
    query: wronglyKeptGroups(grouping),
  })),
];
