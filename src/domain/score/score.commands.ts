import { RecordsRefused, refuse } from "../../db/records-refused";
import { raw, sql } from "../../db/sql";
import type { Staging, StagingTable } from "../../db/staging";
import type { Write } from "../../db/write";
import { refuseUnknown } from "../catalogue/unknown-references.commands";

/** A cell of a leaderboard's table: its text, and the number that it means in the metric's unit. */
export interface ScoreValue {
  reported: string | null;
  /** Exact decimal; null where the text is no number. */
  value: string | null;
  uncertainty?: string;
  line?: number;
  column?: number;
}

/**
 * One row of a leaderboard: of each split, the text that its cell was published with, "" for an empty one, or the cell
 * with its number apart from the text.
 */
export interface ScoreRecord {
  submission: string;
  leaderboard: string;
  /** The document it stands in; that of the submission when not given. */
  document?: string;
  line?: number;
  column?: number;
  values: Record<string, string | ScoreValue>;
}

/** Scores on their way into the graph, a row each; a row without a split says that the row has no cell. */
export const stagedScores: StagingTable = {
  name: "staged_score",
  columns: {
    submission: "text",
    leaderboard: "text",
    document: "text",
    split: "text",
    value: "numeric",
    reported: "text",
    uncertainty: "numeric",
    source_line: "integer",
    source_column: "integer",
    partial: "boolean",
    file: "text",
    line: "integer",
    col: "integer",
  },
};

interface RecordPlace {
  file?: string;
  line?: number;
  column?: number;
}

/** Stages the scores of a row. Throws RecordsRefused for a cell that is given as its text alone and is no number. */
export async function stageScores(
  staging: Staging,
  record: ScoreRecord,
  partial: boolean,
  at: RecordPlace,
): Promise<void> {
  const { submission, leaderboard, document, values } = record;
  const add = (split: string | null, cell: ScoreValue) =>
    staging.add(stagedScores, [
      submission,
      leaderboard,
      document,
      split,
      cell.value,
      cell.reported,
      cell.uncertainty,
      cell.line ?? record.line,
      cell.column ?? record.column,
      partial,
      at.file,
      at.line,
      at.column,
    ]);
  const cells = Object.entries(values);
  for (const [split, cell] of cells) {
    const waiting = add(split, typeof cell === "string" ? plainCell(cell, record, split, at) : cell);
    if (waiting) await waiting;
  }
  if (cells.length === 0) await add(null, { reported: null, value: null });
}

function plainCell(
  text: string,
  { submission, leaderboard }: ScoreRecord,
  split: string,
  { file, line, column }: RecordPlace,
): ScoreValue {
  if (text === "") return { reported: null, value: null };
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    const message = `scores of ${submission} on ${leaderboard}, ${split}: "${text}" is not a decimal number. Write digits with at most one point, such as 70.0.`;
    throw new RecordsRefused([{ file: file ?? null, line: line ?? null, col: column ?? null, message }]);
  }
  return { reported: text, value: text };
}

/**
 * Saves the staged scores. A cell without a number is kept as a score without a value: listed, but not ranked. What the
 * rows of a submission on a leaderboard no longer have goes; a submission without a row there keeps its scores.
 */
export async function saveScores(write: Write): Promise<void> {
  if (!write.brings("scores")) return;
  for (const [what, column] of [
    ["submission", "submission"],
    ["leaderboard", "leaderboard"],
    ["source", "document"],
  ]) {
    await refuseUnknown(write, {
      what,
      lost: sql`
        SELECT format('scores of %s on %s', x.submission, x.leaderboard) AS place, ${raw(`x.${column}`)} AS slug, x.file, x.line, x.col, x.ordinal
        FROM staged_score x LEFT JOIN ${raw(what)} t ON t.slug = ${raw(`x.${column}`)}
        WHERE t.id IS NULL AND ${raw(`x.${column}`)} IS NOT NULL`,
      known: sql`SELECT slug FROM ${raw(what)}`,
    });
  }
  await refuseUnknownSplits(write);
  await leaveOutRepeats(write);
  await warnOfOthers(write);
  await write.reconcile({
    table: "score",
    columns: [
      "submission_id",
      "split_id",
      "value",
      "reported",
      "uncertainty",
      "source_id",
      "source_line",
      "source_column",
    ],
    wanted: sql`
      SELECT s.id, sp.id, x.value, x.reported, x.uncertainty, coalesce(d.id, s.source_id), x.source_line, x.source_column,
        x.partial, x.ordinal
      FROM ${cells}`,
    key: ["r.submission_id", "r.split_id"],
    evidenced: raw("true"),
    removable: sql`(t.submission_id, t.split_id) IN (
      SELECT s.id, sp.id
      FROM (SELECT DISTINCT submission, leaderboard FROM staged_score WHERE NOT partial) AS x
      JOIN submission s ON s.slug = x.submission JOIN leaderboard l ON l.slug = x.leaderboard
      JOIN split sp ON sp.leaderboard_id = l.id)`,
  });
}

/** The staged scores `x`, each with its submission `s`, its split `sp` and its document `d` if it names one. */
const cells =
  raw(`staged_score x JOIN submission s ON s.slug = x.submission JOIN leaderboard l ON l.slug = x.leaderboard
  JOIN split sp ON sp.leaderboard_id = l.id AND sp.slug = x.split LEFT JOIN source d ON d.slug = x.document`);

async function refuseUnknownSplits(write: Write): Promise<void> {
  const lost = sql`
    SELECT format('scores of %s on %s', x.submission, x.leaderboard) AS place, x.split AS slug, x.leaderboard, x.file, x.line, x.col, x.ordinal
    FROM staged_score x JOIN leaderboard l ON l.slug = x.leaderboard
    LEFT JOIN split sp ON sp.leaderboard_id = l.id AND sp.slug = x.split WHERE sp.id IS NULL AND x.split IS NOT NULL`;
  await refuseUnknown(write, {
    what: "split",
    lost,
    known: sql`
      SELECT sp.slug FROM split sp JOIN leaderboard l ON l.id = sp.leaderboard_id
      WHERE l.slug = (SELECT leaderboard FROM (${lost}) AS first ORDER BY ordinal LIMIT 1)`,
  });
}

/** The same cell twice in one import counts once; where the two differ, the first stays. Whole rows must not repeat. */
async function leaveOutRepeats(write: Write): Promise<void> {
  const repeated = await write.db.count(sql`
    CREATE TEMPORARY TABLE repeated_score ON COMMIT DROP AS
    SELECT submission, leaderboard, split, min(ordinal) AS first FROM staged_score WHERE split IS NOT NULL
    GROUP BY submission, leaderboard, split HAVING count(*) > 1`);
  if (repeated === 0) return;
  const repeats = raw(`staged_score x JOIN repeated_score r
    ON (r.submission, r.leaderboard, r.split) = (x.submission, x.leaderboard, x.split)
    JOIN staged_score kept ON kept.ordinal = r.first`);
  await refuse(
    write,
    sql`
      SELECT format('values.%s: "%s" has a score there on "%s" already.', x.split, x.submission, x.leaderboard) AS message,
        x.file, x.line, x.col, x.ordinal
      FROM ${repeats} WHERE x.ordinal <> r.first AND NOT x.partial`,
  );
  await write.warn(sql`
    SELECT format('"%s" has "%s" on %s, %s already; "%s" was left out.', x.submission, kept.reported, x.leaderboard, x.split, x.reported) AS message,
      x.file, x.line, x.col, x.ordinal
    FROM ${repeats} WHERE (x.value, x.reported, x.uncertainty) IS DISTINCT FROM (kept.value, kept.reported, kept.uncertainty)`);
  await write.db.run(`
    DELETE FROM staged_score x USING repeated_score r
    WHERE (x.submission, x.leaderboard, x.split) = (r.submission, r.leaderboard, r.split) AND x.ordinal <> r.first`);
}

/** What another document says of the same cell stays: two documents that differ are for a person to judge. */
async function warnOfOthers(write: Write): Promise<void> {
  await write.warn(sql`
    SELECT format('%s says "%s" of "%s" on %s, %s; "%s" was left out.', said.slug, t.reported, x.submission, x.leaderboard, x.split,
        x.reported) AS message, x.file, x.line, x.col, x.ordinal
    FROM ${cells} JOIN score t ON t.submission_id = s.id AND t.split_id = sp.id JOIN source said ON said.id = t.source_id
    WHERE x.partial AND t.source_id <> coalesce(d.id, s.source_id)
      AND (x.value, x.reported, x.uncertainty) IS DISTINCT FROM (t.value, t.reported, t.uncertainty)`);
}
