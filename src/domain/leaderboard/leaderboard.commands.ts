import { type EntityManager, In } from "typeorm";
import { nameKey } from "../../common/name-key";
import { type Changes, reconcile } from "../../db/reconcile";
import { saveAliases } from "../alias/alias.commands";
import { Benchmark } from "../benchmark/benchmark.entity";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import { Leaderboard } from "./leaderboard.entity";
import { Metric, type MetricDirection } from "./metric.entity";
import { Split } from "./split.entity";

export interface MetricRecord {
  slug: string;
  name: string;
  unit?: string;
  direction: MetricDirection;
  minimum?: string;
  maximum?: string;
  description?: string;
}

export interface LeaderboardRecord {
  slug: string;
  name: string;
  aliases?: string[];
  benchmark: string;
  metric: string;
  description?: string;
  splits: { slug: string; name: string; default?: boolean }[];
}

/** Saves metrics. */
export async function saveMetrics(manager: EntityManager, records: MetricRecord[]) {
  const rows = records.map(
    ({ unit = null, minimum = null, maximum = null, description = null, ...record }) => ({
      ...record,
      unit,
      minimum,
      maximum,
      description,
    }),
  );
  return [await saveBySlug(manager, Metric, rows)];
}

/** Saves leaderboards with their splits. A split that is no longer wanted goes, unless scores stand on it. */
export async function saveLeaderboards(manager: EntityManager, records: LeaderboardRecord[]) {
  const benchmarks = await SlugIndex.of(manager, Benchmark, "benchmark");
  const metrics = await SlugIndex.of(manager, Metric, "metric");
  const rows = records.map((record, position) => ({
    slug: record.slug,
    name: record.name,
    nameKey: nameKey(record.name),
    benchmarkId: benchmarks.id(record.benchmark, `leaderboards.${record.slug}.benchmark`),
    metricId: metrics.id(record.metric, `leaderboards.${record.slug}.metric`),
    position,
    description: record.description ?? null,
  }));
  const changes = [await saveBySlug(manager, Leaderboard, rows)];
  const leaderboards = await SlugIndex.of(manager, Leaderboard, "leaderboard");
  changes.push(
    await saveSplits(manager, leaderboards, records),
    await saveAliases(manager, "leaderboardId", leaderboards, records),
  );
  return changes;
}

async function saveSplits(
  manager: EntityManager,
  leaderboards: SlugIndex,
  records: LeaderboardRecord[],
): Promise<Changes> {
  const ids = records.map((record) => leaderboards.id(record.slug, "leaderboards"));
  const wanted = records.flatMap((record, i) =>
    record.splits.map((split, position) => ({
      leaderboardId: ids[i],
      slug: split.slug,
      name: split.name,
      position,
      isDefault: split.default ?? false,
    })),
  );
  const existing = await manager.find(Split, { where: { leaderboardId: In(ids) } });
  const key = (split: Partial<Split>) => `${split.leaderboardId} ${split.slug}`;
  await clearLostDefaults(
    manager,
    existing,
    new Set(wanted.filter((split) => split.isDefault).map(key)),
    key,
  );
  return reconcile(manager, Split, { existing, wanted, key, removeOthers: true });
}

/** A leaderboard never has two defaults, not even for a moment: the old one goes before the new one is set. */
async function clearLostDefaults(
  manager: EntityManager,
  existing: Split[],
  defaults: Set<string>,
  key: (split: Split) => string,
): Promise<void> {
  const lost = existing.filter((split) => split.isDefault && !defaults.has(key(split)));
  if (lost.length) await manager.update(Split, { id: In(lost.map(({ id }) => id)) }, { isDefault: false });
}
