import { type EntityManager, In } from "typeorm";
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

/** Saves the scores of rows. A cell without text is kept as a score without a value: listed, but not ranked. */
export async function saveScores(
  manager: EntityManager,
  records: ScoreRecord[],
  sources: SlugIndex,
): Promise<Changes[]> {
  const submissions = await SlugIndex.of(manager, Submission, "submission");
  const leaderboards = await SlugIndex.of(manager, Leaderboard, "leaderboard");
  const splits = await manager.find(Split);
  const wanted = records.flatMap((record) => {
    const place = `scores of ${record.submission} on ${record.leaderboard}`;
    const leaderboardId = leaderboards.id(record.leaderboard, place);
    const own = splits.filter((split) => split.leaderboardId === leaderboardId);
    const splitIds = SlugIndex.from("split", own);
    return Object.entries(record.values).map(([split, text]) => ({
      submissionId: submissions.id(record.submission, place),
      splitId: splitIds.id(split, place),
      value: decimal(text, `${place}, ${split}`),
      reported: text === "" ? null : text,
      sourceId: sources.id(record.document, place),
      sourceLine: record.line ?? null,
    }));
  });
  const submissionIds = [...new Set(wanted.map((score) => score.submissionId))];
  const existing = await manager.find(Score, { where: { submissionId: In(submissionIds) } });
  const key = (score: Partial<Score>) => `${score.submissionId} ${score.splitId}`;
  return [await reconcile(manager, Score, { existing, wanted, key, removeOthers: false })];
}

function decimal(text: string, place: string): string | null {
  if (text === "") return null;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new NotANumber(place, text);
  return text;
}
