import { raw, type Sql, sql } from "../../db/sql";
import { joinAliases } from "./parts.queries";

const BY_SLUG = raw(`ORDER BY t.slug COLLATE "C"`);

/** Documents with their text, and what they do not say in the order in which it was noted. */
export const sourceRows: Sql = sql`
  SELECT t.slug, t.title, t.description, t.url, full_text.text, (
    SELECT json_agg(json_build_object('topic', g.topic, 'statement', g.statement) ORDER BY g.id)
    FROM source_gap g WHERE g.source_id = t.id) AS "doesNotSay"
  FROM source t LEFT JOIN source_text full_text ON full_text.source_id = t.id ${BY_SLUG}`;

export const benchmarkRows: Sql = sql`
  SELECT t.slug, t.name, alias.texts AS aliases, t.description
  FROM benchmark t ${joinAliases("benchmark")} ${BY_SLUG}`;

export const metricRows: Sql = sql`
  SELECT t.slug, t.name, t.unit, t.direction, t.minimum, t.maximum, t.description FROM metric t ${BY_SLUG}`;

/** Leaderboards; of equal positions, which several imports may have given, the older one comes first. */
export const leaderboardRows: Sql = sql`
  SELECT t.slug, t.name, alias.texts AS aliases, b.slug AS benchmark, m.slug AS metric,
    row_number() OVER (PARTITION BY t.benchmark_id ORDER BY t.position, t.id) - 1 AS position,
    t.description, (
      SELECT json_agg(json_build_object('slug', sp.slug, 'name', sp.name, 'default', nullif(sp.is_default, false))
        ORDER BY sp.position, sp.id)
      FROM split sp WHERE sp.leaderboard_id = t.id) AS splits
  FROM leaderboard t JOIN benchmark b ON b.id = t.benchmark_id JOIN metric m ON m.id = t.metric_id
  ${joinAliases("leaderboard")} ${BY_SLUG}`;

export const paperRows: Sql = sql`
  SELECT t.slug, t.title, alias.texts AS aliases, nullif(t.authors, '{}') AS authors, t.year, t.venue,
    t.arxiv_id AS "arxivId", t.doi, t.url
  FROM paper t ${joinAliases("paper")} ${BY_SLUG}`;

/** Things of a kind that forms a tree. */
export function treeRows(table: "loss_function" | "backbone"): Sql {
  return sql`
    SELECT t.slug, t.name, alias.texts AS aliases, p.slug AS "introducedBy", t.description,
      parent.slug AS parent, nullif(t.is_family, false) AS family
    FROM ${raw(table)} t LEFT JOIN ${raw(table)} parent ON parent.id = t.parent_id
    LEFT JOIN paper p ON p.id = t.introduced_by_id ${joinAliases(table)} ${BY_SLUG}`;
}

export const trainingDatasetRows: Sql = sql`
  SELECT t.slug, t.name, alias.texts AS aliases, p.slug AS "introducedBy", t.description
  FROM training_dataset t LEFT JOIN paper p ON p.id = t.introduced_by_id
  ${joinAliases("training_dataset")} ${BY_SLUG}`;

export const organisationRows: Sql = sql`
  SELECT t.slug, t.name, alias.texts AS aliases, t.name_kind AS "nameKind"
  FROM organisation t ${joinAliases("organisation")} ${BY_SLUG}`;
