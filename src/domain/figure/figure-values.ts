import type { FigureAxis, FigureValue } from "../../common/figure";
import type { RequestContext } from "../../db/request-context";
import { loadRow } from "../node/row.loaders";
import type { UsedDirection } from "../ranking/direction";
import type { Score } from "../score/score.entity";
import type { Submission } from "../submission/submission.entity";
import { betterBy, metricHeading, type ValuePlace } from "../table/value-columns";

/** A row with a score of a submission. */
export interface ScoredRow {
  scoreId: number;
  submissionId: number;
}

/** What is drawn of a score: the number, its text as published, and whose it is. */
export async function figureValue(
  context: RequestContext,
  { scoreId, submissionId }: ScoredRow,
): Promise<FigureValue & { score: Score }> {
  const [score, submission] = await Promise.all([
    loadRow(context, "Score", scoreId) as Promise<Score>,
    loadRow(context, "Submission", submissionId) as Promise<Submission>,
  ]);
  // Whoever is listed without a value is in none of these rows.
  const exact = score.value as string;
  return { value: Number(exact), text: score.reported ?? exact, label: submission.label, score };
}

/** The axis that values of a split stand along. */
export function axisOf({ metric }: ValuePlace, used: UsedDirection): FigureAxis {
  return { title: metricHeading(metric), better: betterBy(used) };
}

/** A number of things, with their name. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

const UNITS_WITHOUT_SPACE = ["%", "°"];

/** A value as published with its unit. */
export function withUnit(text: string, { metric: { unit } }: ValuePlace): string {
  if (unit === null) return text;
  return UNITS_WITHOUT_SPACE.includes(unit) ? `${text}${unit}` : `${text} ${unit}`;
}
