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

/** A published text that is no decimal number. */
export class NotANumber extends Error {
  constructor(place: string, text: string) {
    super(`${place}: "${text}" is not a decimal number. Write digits with at most one point, such as 70.0.`);
    this.name = "NotANumber";
  }
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

/** Stages the scores of a row. Throws NotANumber for a cell that is given as its text alone and is no number. */
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
    const waiting = add(split, typeof cell === "string" ? plainCell(cell, record, split) : cell);
    if (waiting) await waiting;
  }
  if (cells.length === 0) await add(null, { reported: null, value: null });
}

function plainCell(text: string, { submission, leaderboard }: ScoreRecord, split: string): ScoreValue {
  if (text === "") return { reported: null, value: null };
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    throw new NotANumber(`scores of ${submission} on ${leaderboard}, ${split}`, text);
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
  await leaveOutOthers(write);
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
        false, x.ordinal
      FROM staged_score x JOIN submission s ON s.slug = x.submission JOIN leaderboard l ON l.slug = x.leaderboard
      JOIN split sp ON sp.leaderboard_id = l.id AND sp.slug = x.split LEFT JOIN source d ON d.slug = x.document`,
    key: ["r.submission_id", "r.split_id"],
    removable: sql`(t.submission_id, t.split_id) IN (
      SELECT s.id, sp.id
      FROM (SELECT DISTINCT submission, leaderboard FROM staged_score WHERE NOT partial) AS x
      JOIN submission s ON s.slug = x.submission JOIN leaderboard l ON l.slug = x.leaderboard
      JOIN split sp ON sp.leaderboard_id = l.id)`,
  });
}

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

/** The same cell twice in one import counts once; where the two differ, the first stays. */
async function leaveOutRepeats(write: Write): Promise<void> {
  const repeats = await write.db.rows<Repeat>(sql`
    DELETE FROM staged_score x USING (
      SELECT submission, leaderboard, split, min(ordinal) AS first FROM staged_score WHERE split IS NOT NULL
      GROUP BY submission, leaderboard, split HAVING count(*) > 1
    ) AS cell JOIN staged_score kept ON kept.ordinal = cell.first
    WHERE x.submission = cell.submission AND x.leaderboard = cell.leaderboard AND x.split = cell.split
      AND x.ordinal <> cell.first
    RETURNING x.submission, x.leaderboard, x.split, x.file, x.line, x.col, x.partial, x.reported AS left_out,
      kept.reported AS kept, x.ordinal,
      (x.value, x.reported, x.uncertainty) IS NOT DISTINCT FROM (kept.value, kept.reported, kept.uncertainty) AS same`);
  const whole = repeats.filter(({ partial }) => !partial).sort((a, b) => a.ordinal - b.ordinal);
  if (whole.length) throw new RepeatedScores(whole);
  for (const repeat of repeats.filter(({ same }) => !same).sort((a, b) => a.ordinal - b.ordinal)) {
    write.warnings.push({
      ...at(repeat),
      message: `"${repeat.submission}" has "${repeat.kept}" on ${repeat.leaderboard}, ${repeat.split} already; "${repeat.left_out}" was left out.`,
    });
  }
}

interface Repeat {
  submission: string;
  leaderboard: string;
  split: string;
  file: string | null;
  line: number | null;
  col: number | null;
  partial: boolean;
  kept: string | null;
  left_out: string | null;
  ordinal: number;
  same: boolean;
}

const at = ({ file, line, col }: Repeat) => ({ file, line, col });

/** A whole description of the data says something twice. */
export class RepeatedScores extends Error {
  readonly lost: { file: string | null; line: number | null; col: number | null; message: string }[];

  constructor(repeats: readonly Repeat[]) {
    const lost = repeats.slice(0, 50).map((repeat) => ({
      ...at(repeat),
      message: `values.${repeat.split}: "${repeat.submission}" has a score there on "${repeat.leaderboard}" already.`,
    }));
    super(lost.map(({ message }) => message).join("\n"));
    this.lost = lost;
    this.name = "RepeatedScores";
  }
}

/** What another document says of the same cell stays: two documents that differ are for a person to judge. */
async function leaveOutOthers(write: Write): Promise<void> {
  const others = await write.db.rows<Repeat & { document: string }>(sql`
    DELETE FROM staged_score x USING submission s, leaderboard l, split sp, score t, source said, source d
    WHERE x.partial AND s.slug = x.submission AND l.slug = x.leaderboard AND sp.leaderboard_id = l.id AND sp.slug = x.split
      AND t.submission_id = s.id AND t.split_id = sp.id AND said.id = t.source_id AND d.slug = x.document
      AND t.source_id <> d.id
    RETURNING x.submission, x.leaderboard, x.split, x.file, x.line, x.col, x.partial, x.reported AS left_out,
      t.reported AS kept, x.ordinal, said.slug AS document,
      (x.value, x.reported, x.uncertainty) IS NOT DISTINCT FROM (t.value, t.reported, t.uncertainty) AS same`);
  write.add("score", { unchanged: others.length });
  for (const other of others.filter(({ same }) => !same).sort((a, b) => a.ordinal - b.ordinal)) {
    write.warnings.push({
      ...at(other),
      message: `${other.document} says "${other.kept}" of "${other.submission}" on ${other.leaderboard}, ${other.split}; "${other.left_out}" was left out.`,
    });
  }
}
