import type { SectionRecord } from "../entry";
import type { Place } from "../problem";
import type { AdoptedNames } from "./adopted-names";

/** Takes note of what a record names, for results beside it to refer to. Gives what is wrong with it. */
export function registerRecord(names: AdoptedNames, entry: SectionRecord, place: Place): string | null {
  switch (entry.section) {
    case "benchmarks":
    case "organisations":
    case "lossFunctions":
    case "backbones":
    case "trainingDatasets": {
      const { slug, name, aliases = [] } = entry.record;
      return names[entry.section].register({ slug, name, key: slug, via: "name" }, aliases, place);
    }
    case "leaderboards": {
      const { slug, name, aliases = [], benchmark, metric } = entry.record;
      const splits = entry.record.splits.map((split) => ({ ...split, default: split.default ?? false }));
      const known = { slug, name, benchmark, metric, splits, key: slug, via: "name" } as const;
      return names.leaderboards.register(known, aliases, place);
    }
    case "metrics":
      names.metrics.register({ ...entry.record, unit: entry.record.unit ?? null });
      return null;
    case "papers":
      return names.papers.register(entry.record, place);
    default:
      return null;
  }
}
