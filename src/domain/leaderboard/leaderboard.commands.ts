import { type EntityManager, In } from "typeorm";
import { nameKey } from "../../common/name-key";
import { reconcile } from "../../db/reconcile";
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
  const ids = records.map((record) => leaderboards.id(record.slug, "leaderboards"));
  const splits = records.flatMap((record, i) =>
    record.splits.map((split, position) => ({
      leaderboardId: ids[i],
      slug: split.slug,
      name: split.name,
      position,
      isDefault: split.default ?? false,
    })),
  );
  changes.push(
    await reconcile(manager, Split, {
      existing: await manager.find(Split, { where: { leaderboardId: In(ids) } }),
      wanted: splits,
      key: (split) => `${split.leaderboardId} ${split.slug}`,
      removeOthers: true,
    }),
    await saveAliases(
      manager,
      "leaderboardId",
      new Map(records.map(({ aliases = [] }, i) => [ids[i], aliases])),
    ),
  );
  return changes;
}
