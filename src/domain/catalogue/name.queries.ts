import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";
import type { MetricDirection } from "../leaderboard/metric.entity";
import { type Kind, Kinds } from "./kind";
import { type ReferenceMatch, referenceMatches } from "./reference.queries";

export interface LeaderboardMatch extends ReferenceMatch {
  benchmark: string;
  metric: string;
  splits: { slug: string; name: string; default: boolean }[];
}

/** The leaderboards that references may mean, each with all that an import keeps of it. */
export function findLeaderboards(db: Database, refs: readonly string[]): Promise<LeaderboardMatch[]> {
  return db.rows(sql`
    SELECT found.*, b.slug AS benchmark, m.slug AS metric, (
      SELECT coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name, 'default', s.is_default)
        ORDER BY s.position, s.id), '[]')
      FROM split s WHERE s.leaderboard_id = l.id
    ) AS splits
    FROM (${referenceMatches(Kinds.Leaderboard, refs)}) AS found
    JOIN leaderboard l ON l.id = found.id
    JOIN benchmark b ON b.id = l.benchmark_id
    JOIN metric m ON m.id = l.metric_id`);
}

export interface PaperMatch extends ReferenceMatch {
  arxivId: string | null;
  doi: string | null;
  url: string | null;
  year: number | null;
  venue: string | null;
  authors: string[];
}

/** The papers that references may mean, by slug, title, alias, arXiv id or DOI. */
export function findPapers(db: Database, refs: readonly string[]): Promise<PaperMatch[]> {
  return db.rows(sql`
    SELECT found.*, p.arxiv_id AS "arxivId", p.doi, p.url, p.year, p.venue, p.authors
    FROM (${referenceMatches(Kinds.Paper, refs)}) AS found JOIN paper p ON p.id = found.id`);
}

export interface MetricRow {
  slug: string;
  name: string;
  unit: string | null;
  direction: MetricDirection;
}

/** All metrics, which are few. */
export function findMetrics(db: Database): Promise<MetricRow[]> {
  return db.rows(sql`SELECT slug, name, unit, direction FROM metric ORDER BY id`);
}

/** Submissions of a benchmark with a name, or the one with a slug. */
export interface SubmissionMatch {
  via: "name" | "slug";
  benchmark: string;
  /** Key of the name; null for one without a name. */
  key: string | null;
  /** Of any of them, when there are several. */
  slug: string;
  name: string | null;
  count: number;
}

/** Submissions by benchmark and key of the name, counted where several have it, and by slug. */
export function findSubmissions(
  db: Database,
  names: readonly { benchmark: string; key: string }[],
  slugs: readonly string[],
): Promise<SubmissionMatch[]> {
  return db.rows(sql`
    SELECT 'name' AS via, b.slug AS benchmark, s.name_key AS key, min(s.slug) AS slug, min(s.name) AS name,
      count(*) AS count
    FROM unnest(
      ${names.map((name) => name.benchmark)}::text[], ${names.map((name) => name.key)}::text[]
    ) AS wanted(benchmark, key)
    JOIN benchmark b ON b.slug = wanted.benchmark
    JOIN submission s ON s.benchmark_id = b.id AND s.name_key = wanted.key
    GROUP BY b.slug, s.name_key
    UNION ALL
    SELECT 'slug', b.slug, s.name_key, s.slug, s.name, 1
    FROM submission s JOIN benchmark b ON b.id = s.benchmark_id
    WHERE s.slug = ANY(${[...slugs]}::text[])`);
}

export interface NameRow {
  id: number;
  slug: string;
  name: string;
  text: string;
  arxivId?: string | null;
  doi?: string | null;
}

const NAMES_AT_ONCE = 20_000;

/** All names of a kind and then all its aliases, in pieces. */
export async function* findNames(db: Database, kind: Kind): AsyncIterable<NameRow[]> {
  const [table, name, alias] = [raw(kind.table), raw(`t.${kind.nameColumn}`), raw(`a.${kind.aliasColumn}`)];
  const identifiers = raw(kind === Kinds.Paper ? `, t.arxiv_id AS "arxivId", t.doi` : "");
  const statements = [
    (after: number) => sql`
      SELECT t.id, t.slug, ${name} AS name, ${name} AS text ${identifiers}
      FROM ${table} t WHERE t.id > ${after} AND ${name} IS NOT NULL ORDER BY t.id LIMIT ${NAMES_AT_ONCE}`,
    (after: number) => sql`
      SELECT a.id, t.slug, ${name} AS name, a.text ${identifiers}
      FROM alias a JOIN ${table} t ON t.id = ${alias} WHERE a.id > ${after} ORDER BY a.id LIMIT ${NAMES_AT_ONCE}`,
  ];
  for (const statement of statements) {
    let rows: NameRow[] = [];
    do {
      rows = await db.rows<NameRow>(statement(rows.at(-1)?.id ?? 0));
      yield rows;
    } while (rows.length === NAMES_AT_ONCE);
  }
}
