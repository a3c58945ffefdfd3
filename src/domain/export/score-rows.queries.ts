import { type Sql, sql } from "../../db/sql";

/** One cell: split, text, number, uncertainty, line and column. */
export type ScoreCell = [
  split: string,
  reported: string | null,
  value: string | null,
  uncertainty: string | null,
  line: number | null,
  column: number | null,
];

/** What one document says of a submission on a leaderboard; the cells by the splits' slugs. */
export interface ScoreRow {
  submission: string;
  leaderboard: string;
  document: string;
  cells: ScoreCell[];
}

/** All scores, those of one submission, leaderboard and document together. */
export const scoreRows: Sql = sql`
  SELECT s.slug AS submission, l.slug AS leaderboard, d.slug AS document,
    json_agg(json_build_array(sp.slug, x.reported, x.value::text, x.uncertainty::text, x.source_line,
      x.source_column) ORDER BY sp.slug COLLATE "C") AS cells
  FROM score x
  JOIN submission s ON s.id = x.submission_id
  JOIN split sp ON sp.id = x.split_id
  JOIN leaderboard l ON l.id = sp.leaderboard_id
  JOIN source d ON d.id = x.source_id
  GROUP BY s.id, l.id, d.id
  ORDER BY s.slug COLLATE "C", l.slug COLLATE "C", d.slug COLLATE "C"`;
