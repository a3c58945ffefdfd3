import { nameKey } from "../../common/name-key";
import { MetricDirection } from "../../domain/leaderboard/metric.entity";
import type { NamedMetric } from "../named-result";
import type { Place, Problem } from "../problem";
import { type Decision, inPlaces, listed } from "./decision";
import { matchesOf, type NameMatch, type PlacedMatch, writeMatch } from "./name-match";
import type { KnownMetric, NameStore } from "./name-store";
import { SlugClaims } from "./slug-claims";

/** A metric that the import uses. */
export interface UsedMetric extends Decision, Pick<NamedMetric, "minimum" | "maximum" | "description"> {
  unit: string | null;
  direction: MetricDirection;
  /** Whether it was there without a direction, which the import gives it. */
  isDirected: boolean;
  /** Where it is first said to be the other way round. */
  contradiction?: { place: Place; places: number };
}

/** How slugs write units that have no letters. */
const UNIT_WORDS: Record<string, string> = { "%": "percent" };

function keyOf(name: string, unit: string | null): string {
  return `${nameKey(name)}\n${unit ?? ""}`;
}

/** Decides which metrics the names mean: the same name in another unit is another metric. */
export class Metrics {
  readonly used = new Map<string, UsedMetric>();
  readonly matches: Map<string, PlacedMatch>;
  private isLoaded = false;
  private readonly byKey = new Map<string, UsedMetric>();
  private readonly known = new Map<string, KnownMetric>();
  private readonly claims = new SlugClaims((slug) => this.known.has(slug));

  constructor(
    private readonly store: NameStore,
    matches: readonly NameMatch[],
  ) {
    this.matches = matchesOf("Metric", matches);
  }

  async load(): Promise<void> {
    if (this.isLoaded) return;
    this.isLoaded = true;
    for (const metric of await this.store.metrics()) if (!this.known.has(metric.slug)) this.register(metric);
  }

  /** Takes note of a metric that is known, or that the import records itself. */
  register(metric: KnownMetric): void {
    this.known.set(metric.slug, metric);
  }

  all(): KnownMetric[] {
    return [...this.known.values()];
  }

  /** The metrics that a slug or a name means, in whatever unit. */
  meant(ref: string): KnownMetric[] {
    const key = nameKey(ref);
    const named = this.all().filter(({ name }) => nameKey(name) === key);
    const bySlug = this.known.get(key);
    return named.length || !bySlug ? named : [bySlug];
  }

  /** The metric with this slug, which must be known. */
  ofSlug(slug: string, place: Place): UsedMetric {
    const known = this.known.get(slug) ?? {
      slug,
      name: slug,
      unit: null,
      direction: MetricDirection.UNKNOWN,
    };
    return this.use({ ...known, key: nameKey(known.name), how: "name", place, places: 0, isDirected: false });
  }

  resolve(named: NamedMetric, place: Place): UsedMetric {
    const key = keyOf(named.name, named.unit);
    const metric = this.byKey.get(key) ?? this.decide(named, place);
    this.byKey.set(key, metric);
    metric.places += 1;
    this.observe(metric, named, place);
    return metric;
  }

  /** Compares what is said of a metric with what is known of it: a direction wins over none. */
  observe(metric: UsedMetric, { name, direction, ...more }: NamedMetric, place: Place): void {
    if (metric.how === "created") {
      metric.minimum ??= more.minimum;
      metric.maximum ??= more.maximum;
      metric.description ??= more.description;
    }
    if (direction === MetricDirection.UNKNOWN || direction === metric.direction) return;
    if (metric.direction !== MetricDirection.UNKNOWN) {
      metric.contradiction ??= { place, places: 0 };
      metric.contradiction.places += 1;
    } else if (nameKey(name) === metric.key || metric.how === "match") {
      metric.direction = direction;
      metric.isDirected = metric.how !== "created";
    }
  }

  problems(): Problem[] {
    return [...this.used.values()].flatMap(({ name, direction, contradiction }) => {
      if (!contradiction) return [];
      const known = direction === MetricDirection.HIGHER_IS_BETTER ? "higher" : "lower";
      const message = `The metric "${name}" is known as one of which ${known} values are better; here it is the other way round${inPlaces(contradiction.places)}. Give it another name, or mend its direction.`;
      return [{ ...contradiction.place, message }];
    });
  }

  private decide(named: NamedMetric, place: Place): UsedMetric {
    const { name, unit } = named;
    const match = this.matches.get(nameKey(name));
    const inUnit = (metrics: KnownMetric[]) => metrics.filter((metric) => metric.unit === unit);
    const all = this.meant(match?.ref ?? name);
    const meant = match && all.length === 1 ? all : inUnit(all);
    const about = { key: nameKey(name), place, places: 0, isDirected: false };
    if (meant.length === 0) {
      const text = unit === null ? name : `${name} ${UNIT_WORDS[unit] ?? unit}`;
      const slug = this.claims.claim(text, `Metric\n${keyOf(name, unit)}`);
      return this.use({ ...about, ...named, name: name.trim(), slug, how: "created" });
    }
    const [known] = meant;
    const how = match ? "match" : nameKey(known.name) === about.key ? "name" : "slug";
    const used = this.use({ ...about, ...known, how, known: { ...known, key: about.key, via: "name" } });
    if (meant.length > 1) {
      const example = writeMatch({ kind: "Metric", name, ref: known.slug });
      used.fault = `The metric "${name}" can mean ${listed(meant)}. Say which, as in --match "${example}".`;
    }
    return used;
  }

  private use(metric: UsedMetric): UsedMetric {
    const used = this.used.get(metric.slug) ?? metric;
    this.used.set(metric.slug, used);
    return used;
  }
}
