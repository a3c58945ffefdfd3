import type { EntityManager } from "typeorm";
import { nameKey } from "../../common/name-key";
import { saveAliases } from "../alias/alias.commands";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import { Benchmark } from "./benchmark.entity";

export interface BenchmarkRecord {
  slug: string;
  name: string;
  aliases?: string[];
  description?: string;
}

/** Saves benchmarks. */
export async function saveBenchmarks(manager: EntityManager, records: BenchmarkRecord[]) {
  const rows = records.map(({ slug, name, description = null }) => ({
    slug,
    name,
    nameKey: nameKey(name),
    description,
  }));
  const changes = [await saveBySlug(manager, Benchmark, rows)];
  const benchmarks = await SlugIndex.of(manager, Benchmark, "benchmark");
  changes.push(await saveAliases(manager, "benchmarkId", benchmarks, records));
  return changes;
}
