import { nameKey } from "../../common/name-key";
import { sql } from "../../db/sql";
import { said, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { keyed, saveAliases } from "../alias/alias.commands";
import { Kinds } from "../catalogue/kind";
import { NAME, refuseTaken } from "../catalogue/taken-names.commands";

export interface BenchmarkRecord {
  slug: string;
  name: string;
  aliases?: string[];
  description?: string;
}

/** The record as it is staged. */
export function stageNamed<Record extends { name?: string; aliases?: string[] }>(record: Record): object {
  const { name, aliases } = record;
  return { ...record, nameKey: name === undefined ? undefined : nameKey(name), aliases: keyed(aliases) };
}

/** Saves benchmarks. */
export async function saveBenchmarks(write: Write): Promise<void> {
  if (!write.brings("benchmarks")) return;
  await write.reconcile({
    table: "benchmark",
    columns: ["slug", "name", "name_key", "description"],
    wanted: sql`
      SELECT x.slug, ${said("name")}, ${said("nameKey")}, ${said("description")}, x.partial, x.ordinal
      FROM ${staged("benchmarks")} AS x`,
    key: ["r.slug"],
  });
  await refuseTaken(write, "benchmarks", "benchmark", NAME);
  await saveAliases(write, "benchmarks", Kinds.Benchmark);
}
