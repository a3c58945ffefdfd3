import { readDecimal } from "../input/decimal";
import type { Measurement } from "./measurement";
import { type Report, warn } from "./model-entry";
import { type Part, shapeOf } from "./part";

type Metric = Pick<Measurement, "place" | "metric" | "reported" | "decimal">;

/** The metrics of one result: a mapping of names to values, a list of such, or a list of groups with name and value. */
export function metricsOf(part: Part | undefined, report: Report): Metric[] {
  return (part?.items() ?? []).flatMap((item) => {
    if (item.isMapping) return describesOne(item) ? described(item, report) : listed(item, report);
    warn(
      item.place,
      `metrics must be names with values, such as "Top 1 Accuracy: 76.1", not ${shapeOf(item)}. It is left out.`,
      report,
    );
    return [];
  });
}

/** Whether a group has a metric's name and value under keys, rather than names as keys. */
function describesOne(item: Part): boolean {
  return typeof item.get("name", "type")?.value === "string";
}

function described(item: Part, report: Report): Metric[] {
  const name = item.nameOfThing;
  if (name === null) {
    warn(item.place, "the metric has no name. It is left out.", report);
    return [];
  }
  const config = item.get("config")?.named;
  return metricOf(config ? `${name} (${config})` : name, item.get("value"), item, report);
}

function listed(item: Part, report: Report): Metric[] {
  return item
    .entries()
    .flatMap(([key, value]) => metricOf(key.replace(/\s+/g, " ").trim(), value, value, report));
}

function metricOf(metric: string, value: Part | undefined, at: Part, report: Report): Metric[] {
  if (value?.isMapping || value?.isList) {
    warn(value.place, `"${metric}" must have one number, not ${shapeOf(value)}. It is left out.`, report);
    return [];
  }
  const reported = value?.text ?? null;
  const decimal = reported === null ? null : readDecimal(reported);
  if (value && reported !== null && !decimal)
    warn(
      value.place,
      `"${metric}" must be a number, such as 76.1 or 76.1%, not "${reported}". It gets no value.`,
      report,
    );
  return [{ place: (value ?? at).place, metric, reported, decimal }];
}
