import { nameKey } from "../../common/name-key";
import type { Decimal } from "../input/decimal";
import type { Place } from "../problem";

/** One number of one model, and what it measures. */
export interface Measurement {
  place: Place;
  dataset: string;
  task: string | null;
  split: string;
  metric: string;
  /** As published; null for an empty value. */
  reported: string | null;
  /** Null where the text is no number, or none that can be ranked with the others. */
  decimal: Decimal | null;
}

/** What a model has on one dataset and task. */
export interface Evaluation {
  dataset: string;
  measurements: Measurement[];
}

/** The name of the leaderboard that a measurement stands on. */
export function leaderboardName({ dataset, task, metric }: Measurement): string {
  return task === null ? `${dataset}: ${metric}` : `${dataset} ${task}: ${metric}`;
}

/** The same for measurements of the same leaderboard, and for no others. */
export function leaderboardKey({ dataset, task, metric }: Measurement): string {
  return JSON.stringify([nameKey(dataset), nameKey(task ?? ""), nameKey(metric)]);
}
