import { type EntityManager, In } from "typeorm";
import { groupBy } from "../../common/loader";
import { type Changes, reconcile } from "../../db/reconcile";
import { SlugIndex } from "../catalogue/save";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { Split } from "../leaderboard/split.entity";
import { Submission } from "../submission/submission.entity";
import { Score } from "./score.entity";

/** One row of a leaderboard: the text that each split's cell was published with; "" for an empty cell. */
export interface ScoreRecord {
  submission: string;
  leaderboard: string;
  document: string;
  line?: number;
  values: Record<string, string>;
}

/** A published text that is no decimal number. */
export class NotANumber extends Error {
  constructor(place: string, text: string) {
    super(`${place}: "${text}" is not a decimal number. Write digits with at most one point, such as 70.0.`);
    this.name = "NotANumber";
  }
}

/**
 * Saves the scores of rows. A cell without text is kept as a score without a value: listed, but not ranked. What the
 * rows of a submission on a leaderboard no longer have goes; a submission without a row there keeps its scores.
 */
export async function saveScores(
  manager: EntityManager,
  records: ScoreRecord[],
  sources: SlugIndex,
): Promise<Changes[]> {
  const submissions = await SlugIndex.of(manager, Submission, "submission");
  const leaderboards = await SlugIndex.of(manager, Leaderboard, "leaderboard");
  const splits = await manager.find(Split);
  const splitsOf = groupBy(splits, (split) => split.leaderboardId);
  const rows = records.map((record) => {
    const place = `scores of ${record.submission} on ${record.leaderboard}`;
    const leaderboardId = leaderboards.id(record.leaderboard, place);
    const submissionId = submissions.id(record.submission, place);
    const sourceId = sources.id(record.document, place);
    const splitIds = SlugIndex.from("split", splitsOf.get(leaderboardId) ?? []);
    return { submissionId, leaderboardId, scores: scoresOf(record, place, submissionId, sourceId, splitIds) };
  });
  const existing = await findScores(manager, rows, splits);
  const wanted = rows.flatMap(({ scores }) => scores);
  const key = (score: Partial<Score>) => `${score.submissionId} ${score.splitId}`;
  return [await reconcile(manager, Score, { existing, wanted, key, removeOthers: true })];
}

function scoresOf(
  { values, line }: ScoreRecord,
  place: string,
  submissionId: number,
  sourceId: number,
  splits: SlugIndex,
) {
  return Object.entries(values).map(([split, text]) => ({
    submissionId,
    splitId: splits.id(split, place),
    value: decimal(text, `${place}, ${split}`),
    reported: text === "" ? null : text,
    sourceId,
    sourceLine: line ?? null,
  }));
}

/** The saved scores of the same submissions on the same leaderboards. */
async function findScores(
  manager: EntityManager,
  rows: { submissionId: number; leaderboardId: number }[],
  splits: Split[],
): Promise<Score[]> {
  const pairs = new Set(rows.map(({ submissionId, leaderboardId }) => `${submissionId} ${leaderboardId}`));
  const leaderboardOf = new Map(splits.map((split) => [split.id, split.leaderboardId]));
  const submissionIds = [...new Set(rows.map(({ submissionId }) => submissionId))];
  const found = await manager.find(Score, { where: { submissionId: In(submissionIds) } });
  return found.filter((score) => pairs.has(`${score.submissionId} ${leaderboardOf.get(score.splitId)}`));
}

function decimal(text: string, place: string): string | null {
  if (text === "") return null;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new NotANumber(place, text);
  return text;
}
