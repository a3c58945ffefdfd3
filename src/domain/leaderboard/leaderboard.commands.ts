import { refuse } from "../../db/records-refused";
import { raw, sql } from "../../db/sql";
import { eachOf, said, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { saveAliases } from "../alias/alias.commands";
import { Kinds } from "../catalogue/kind";
import { NAME, refuseTaken } from "../catalogue/taken-names.commands";
import { refuseUnknown } from "../catalogue/unknown-references.commands";
import type { MetricDirection } from "./metric.entity";

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
  /** Its place among the leaderboards of its benchmark, from 0; the order of the records when not given. */
  position?: number;
  splits: { slug: string; name: string; default?: boolean }[];
}

/** Saves metrics. A partial record that does not know the direction leaves it as it is. */
export async function saveMetrics(write: Write): Promise<void> {
  if (!write.brings("metrics")) return;
  await write.reconcile({
    table: "metric",
    columns: ["slug", "name", "unit", "direction", "minimum", "maximum", "description"],
    wanted: sql`
      SELECT x.slug, ${said("name")}, ${said("unit")},
        CASE WHEN x.partial THEN nullif(${said("direction")}, 'UNKNOWN') ELSE ${said("direction")} END,
        (${said("minimum")})::numeric, (${said("maximum")})::numeric, ${said("description")}, x.partial, x.ordinal
      FROM ${staged("metrics")} AS x`,
    key: ["r.slug"],
    defaults: { direction: "'UNKNOWN'" },
  });
}

/**
 * Saves leaderboards with their splits. A split that a whole record no longer has goes; it is refused when scores stand
 * on it. A partial record adds splits.
 */
export async function saveLeaderboards(write: Write): Promise<void> {
  if (!write.brings("leaderboards")) return;
  const records = staged("leaderboards");
  for (const kind of ["benchmark", "metric"]) {
    await refuseUnknown(write, {
      what: kind,
      lost: sql`
        SELECT format('leaderboards.%s.${raw(kind)}', x.slug) AS place, ${said(kind)} AS slug, x.file, x.line, x.col, x.ordinal
        FROM ${records} AS x LEFT JOIN ${raw(kind)} t ON t.slug = ${said(kind)}
        WHERE ${said(kind)} IS NOT NULL AND t.id IS NULL`,
      known: sql`SELECT slug FROM ${raw(kind)}`,
    });
  }
  await write.reconcile({
    table: "leaderboard",
    columns: ["slug", "name", "name_key", "benchmark_id", "metric_id", "position", "description"],
    wanted: sql`
      SELECT x.slug, ${said("name")}, ${said("nameKey")}, b.id, m.id,
        CASE WHEN NOT x.partial OR t.id IS NULL THEN coalesce((${said("position")})::integer, (row_number() OVER (ORDER BY x.ordinal))::integer - 1
          + CASE WHEN x.partial THEN (SELECT coalesce(max(o.position) + 1, 0) FROM leaderboard o WHERE o.benchmark_id = b.id) ELSE 0 END) END,
        ${said("description")}, x.partial, x.ordinal
      FROM ${records} AS x JOIN benchmark b ON b.slug = ${said("benchmark")} JOIN metric m ON m.slug = ${said("metric")}
      LEFT JOIN leaderboard t ON t.slug = x.slug`,
    key: ["r.slug"],
  });
  await refuseTaken(write, "leaderboards", "leaderboard", NAME);
  await saveSplits(write);
  await saveAliases(write, "leaderboards", Kinds.Leaderboard);
}

async function saveSplits(write: Write): Promise<void> {
  const from = sql`
    FROM ${staged("leaderboards")} AS x JOIN leaderboard l ON l.slug = x.slug ${eachOf("splits")}
    LEFT JOIN split t ON t.leaderboard_id = l.id AND t.slug = item->>'slug'`;
  await refuse(
    write,
    sql`
      SELECT format('leaderboards.%s.splits: "%s" is missing, but scores stand on it. Keep it, or take those away first.', x.slug, t.slug) AS message,
        x.file, x.line, x.col, x.ordinal
      FROM ${staged("leaderboards")} AS x JOIN leaderboard l ON l.slug = x.slug JOIN split t ON t.leaderboard_id = l.id
      WHERE NOT x.partial AND EXISTS (SELECT FROM score s WHERE s.split_id = t.id) AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(x.record->'splits') AS item WHERE item->>'slug' = t.slug)`,
  );
  const wish = raw("coalesce((item->>'default')::boolean, false)");
  const others = sql`SELECT FROM split o WHERE o.leaderboard_id = l.id`;
  await write.reconcile({
    table: "split",
    columns: ["leaderboard_id", "slug", "name", "position", "is_default"],
    wanted: sql`
      SELECT l.id, item->>'slug', item->>'name',
        CASE WHEN NOT x.partial THEN place WHEN t.id IS NULL THEN (SELECT count(*)::integer FROM split o WHERE o.leaderboard_id = l.id) + place END,
        CASE WHEN NOT x.partial THEN ${wish} WHEN t.id IS NULL THEN ${wish} AND NOT EXISTS (${others} AND o.is_default) END,
        x.partial, x.ordinal * 10000 + place
      ${from}`,
    key: ["r.leaderboard_id", "r.slug"],
    removable: sql`t.leaderboard_id IN (
      SELECT l.id FROM ${staged("leaderboards")} AS x JOIN leaderboard l ON l.slug = x.slug WHERE NOT x.partial)`,
  });
}
