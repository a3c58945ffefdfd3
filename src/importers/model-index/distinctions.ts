import { nameKey } from "../../common/name-key";
import { groupBy } from "./group-by";
import { type ModelEntry, type Report, warn } from "./model-entry";

/** What may tell models of one name apart, best first. */
const TELLERS: ((entry: ModelEntry) => string | null)[] = [
  ({ config }) => config,
  ({ collection }) => collection,
  ({ source }) => source,
];

/**
 * What tells models of one name on one dataset apart: the config, else the collection, else the source, else their
 * order. A model whose name is its own there needs nothing.
 */
export function distinctionsOf(entries: readonly ModelEntry[], report: Report): Map<ModelEntry, string> {
  const distinctions = new Map<ModelEntry, string>();
  const groups = groupBy(entries, ({ name, dataset }) => JSON.stringify([nameKey(name), nameKey(dataset)]));
  for (const group of groups) {
    if (group.length === 1) continue;
    const tell = TELLERS.find((teller) => groupBy(group, teller).length === group.length);
    group.forEach((entry, i) => {
      const distinction = tell ? tell(entry) : `entry ${i + 1}`;
      if (distinction !== null) distinctions.set(entry, distinction);
      if (!tell && i > 0) warnOfTwin(entry, group[0], report);
    });
  }
  return distinctions;
}

function warnOfTwin(
  { name, dataset, place }: ModelEntry,
  { place: first }: ModelEntry,
  report: Report,
): void {
  const where = first.file === place.file ? `in line ${first.line}` : `at ${first.file}:${first.line}`;
  const message =
    `"${name}" is measured on "${dataset}" ${where} already, and neither its config nor its collection tells the two ` +
    "apart. Both are kept, told apart by their order.";
  warn(place, message, report);
}
