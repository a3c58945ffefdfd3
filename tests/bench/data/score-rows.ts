import { BENCHMARK_OF } from "./graph-rows";

/**
 * SQL that fills the scores. A submission of benchmark 1 has a value on all splits of the largest leaderboard and on 17
 * others, which stand in a row from a place of its own, more often among the first ones. Each other submission has
 * values on 10 splits of its benchmark. Values have two decimals, so that many are equal. Every fiftieth submission
 * is listed on one split more, without a value.
 */
export const SCORE_ROWS = [
  `INSERT INTO score (submission_id, split_id, value, reported, source_id, source_line)
   SELECT i, k, value, value::text, 1 + i % 20, i
   FROM generate_series(1, :n) i, generate_series(1, 3) k, LATERAL (SELECT ${valueOn("k")} AS value) AS v
   WHERE ${BENCHMARK_OF} = 1`,
  inARow(1, 4, 297, 17),
  inARow(2, 301, 150, 10),
  inARow(3, 451, 90, 10),
  inARow(4, 541, 60, 10),
];

/** A submission is good or bad everywhere; a split is easy or hard for all; the rest is chance. */
function valueOn(split: string): string {
  return `round((25 + 55 * sqrt(u(81, i)) + 10 * u(82, ${split}) + 10 * u(83, i * 600::bigint + ${split}))::numeric, 2)`;
}

function inARow(benchmark: number, firstSplit: number, splits: number, scores: number): string {
  return `
    INSERT INTO score (submission_id, split_id, value, reported, source_id, source_line)
    SELECT i, split, CASE WHEN k < ${scores} THEN value END, CASE WHEN k < ${scores} THEN value::text END, 1 + i % 20, i
    FROM generate_series(1, :n) i,
      LATERAL generate_series(0, ${scores} - CASE WHEN i % 50 = 7 THEN 0 ELSE 1 END) k,
      LATERAL (SELECT ${firstSplit} + (floor(power(u(84, i), 3) * ${splits})::integer + k) % ${splits} AS split) AS s,
      LATERAL (SELECT ${valueOn("split")} AS value) AS v
    WHERE ${BENCHMARK_OF} = ${benchmark}`;
}
