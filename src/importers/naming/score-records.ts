import type { ScoreRecord, ScoreValue } from "../../domain/score/score.commands";
import type { NamedResult, NamedScore } from "../named-result";
import type { Place } from "../problem";
import type { Leaderboards } from "./leaderboards";

/** Makes a record for each leaderboard of a result; a second score on the same split gets a record of its own. */
export function scoreRecords(
  { source, submission: { benchmark }, scores }: NamedResult,
  submission: string,
  leaderboards: Leaderboards,
): { place: Place; record: ScoreRecord }[] {
  const records: { place: Place; record: ScoreRecord }[] = [];
  for (const score of scores) {
    const { place } = score;
    const board = leaderboards.resolve(score.leaderboard, benchmark, place);
    const leaderboard = board.decision.slug;
    const split = leaderboards.split(board, score.split);
    const value = scoreValue(score, leaderboards.fits(board, score.leaderboard, place));
    const row = records.find(
      ({ record }) => record.leaderboard === leaderboard && !Object.hasOwn(record.values, split),
    );
    if (row) row.record.values[split] = value;
    else
      records.push({
        place,
        record: { submission, leaderboard, document: source, values: { [split]: value } },
      });
  }
  return records;
}

function scoreValue({ place, reported, value, uncertainty }: NamedScore, fits: boolean): ScoreValue {
  const { line, column } = place;
  if (!fits) return { value: null, reported: reported ?? value, line, column };
  const cell: ScoreValue = { value, reported: reported ?? value, line, column };
  if (uncertainty !== undefined) cell.uncertainty = uncertainty;
  return cell;
}
