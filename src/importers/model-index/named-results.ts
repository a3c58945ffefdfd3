import { nameKey } from "../../common/name-key";
import { MetricDirection } from "../../domain/leaderboard/metric.entity";
import type { FormatOptions } from "../format";
import type { NamedMetric, NamedResult, NamedScore } from "../named-result";
import { groupBy } from "./group-by";
import { leaderboardName, type Measurement } from "./measurement";
import type { ModelEntry } from "./model-entry";

/** Makes results of what was read; a metric of one name is the same everywhere, so it looks at all of them first. */
export class ResultMaker {
  private readonly percents: ReadonlySet<string>;
  private readonly directions: ReadonlyMap<string, `${MetricDirection}`>;

  constructor(entries: readonly ModelEntry[], { directions = new Map() }: FormatOptions) {
    const numbers = entries.flatMap(({ measurements }) => measurements).filter(({ decimal }) => decimal);
    const percents = groupBy(numbers, ({ metric }) => nameKey(metric)).filter((metric) =>
      metric.every(({ decimal }) => decimal?.unit === "%"),
    );
    this.percents = new Set(percents.map(([{ metric }]) => nameKey(metric)));
    this.directions = new Map([...directions].map(([name, direction]) => [nameKey(name), direction]));
  }

  make({ source, place, name, dataset, facts, measurements }: ModelEntry, distinction?: string): NamedResult {
    const benchmark = { name: dataset };
    return {
      source,
      submission: { place, benchmark, name, ...(distinction && { distinction }), ...facts },
      scores: measurements.map((measurement) => this.score(measurement)),
    };
  }

  private score(measurement: Measurement): NamedScore {
    const { place, split, metric, reported, decimal } = measurement;
    return {
      place,
      leaderboard: { name: leaderboardName(measurement), metric: this.metric(metric) },
      split,
      reported,
      value: decimal?.value ?? null,
      ...(decimal?.uncertainty && { uncertainty: decimal.uncertainty }),
    };
  }

  private metric(name: string): NamedMetric {
    const key = nameKey(name);
    const direction = this.directions.get(key) ?? MetricDirection.UNKNOWN;
    return { name, unit: this.percents.has(key) ? "%" : null, direction: direction as MetricDirection };
  }
}
