import type { Evaluation } from "./measurement";
import { metricsOf } from "./metrics";
import { type Report, warn } from "./model-entry";
import { type Part, shapeOf } from "./part";

/** What the results of a model say; with warnings for those that cannot be read. */
export function evaluationsOf(model: Part, report: Report): Evaluation[] {
  const results = model.get("results")?.items() ?? [];
  return results.flatMap((result) => evaluationOf(result, report) ?? []);
}

function evaluationOf(result: Part, report: Report): Evaluation | null {
  const say = (message: string) => warn(result.place, message, report);
  if (!result.isMapping) {
    say(`a result must be a group of Task, Dataset and Metrics, not ${shapeOf(result)}. It is left out.`);
    return null;
  }
  const dataset = onlyOf(result.get("dataset"));
  const name = dataset?.nameOfThing;
  if (!dataset || !name) {
    say("the result does not name one dataset, so it belongs to no benchmark. It is left out.");
    return null;
  }
  const task = onlyOf(result.get("task"))?.nameOfThing ?? null;
  if (task === null && result.get("task")) say("the task has no name. The result is read as of no task.");
  const split = splitOf(dataset, result);
  const metrics = metricsOf(result.get("metrics", "metric"), report);
  if (!metrics.length) say("the result has no metrics, so the model stands here without a score.");
  return {
    dataset: name,
    measurements: metrics.map((metric) => ({ ...metric, dataset: name, task, split })),
  };
}

/** What stands alone or is the only one of a list. */
function onlyOf(part: Part | undefined): Part | undefined {
  const items = part?.items() ?? [];
  return items.length === 1 ? items[0] : undefined;
}

/** All that says which part of a dataset was measured on, and how it was prepared: numbers on others cannot be compared. */
function splitOf(dataset: Part, result: Part): string {
  const args = dataset.get("args");
  const config = dataset.get("config")?.named ?? args?.named ?? "default";
  const split = dataset.get("split")?.named ?? result.get("split")?.named;
  const parts = [config === "default" ? null : config, split].filter(Boolean);
  const settings = args?.entries().flatMap(([key, { named }]) => (named ? [`${key}: ${named}`] : [])) ?? [];
  if (settings.length) parts.push(`(${settings.join(", ")})`);
  return parts.join(" ") || "Overall";
}
