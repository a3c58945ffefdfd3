import { nameKey } from "../../common/name-key";
import { type Evaluation, leaderboardKey, leaderboardName, type Measurement } from "./measurement";
import { type ModelEntry, type Report, warn } from "./model-entry";

type OnDataset = Pick<ModelEntry, "dataset" | "measurements">;

/** Puts together what a model has on each dataset; of two numbers in one place the first counts. */
export function byDataset(evaluations: Evaluation[], report: Report): OnDataset[] {
  const datasets = new Map<string, OnDataset & { taken: Map<string, Measurement> }>();
  for (const { dataset, measurements } of evaluations) {
    const key = nameKey(dataset);
    const entry = datasets.get(key) ?? { dataset, measurements: [], taken: new Map<string, Measurement>() };
    datasets.set(key, entry);
    for (const measurement of measurements) {
      const place = JSON.stringify([leaderboardKey(measurement), nameKey(measurement.split)]);
      const first = entry.taken.get(place);
      if (!first) {
        entry.taken.set(place, measurement);
        entry.measurements.push(measurement);
      } else if (first.reported !== measurement.reported) warnOfSecond(measurement, first, report);
    }
  }
  return [...datasets.values()].map(({ dataset, measurements }) => ({ dataset, measurements }));
}

function warnOfSecond(second: Measurement, first: Measurement, report: Report): void {
  const message =
    `the model has a second number on "${leaderboardName(second)}", "${second.reported ?? ""}" where line ` +
    `${first.place.line} says "${first.reported ?? ""}". It is left out; give them different metrics or splits.`;
  warn(second.place, message, report);
}
