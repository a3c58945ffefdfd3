import type { Database } from "../../db/database";
import { raw, type Sql, sql } from "../../db/sql";
import { type Kind, Kinds } from "../catalogue/kind";
import { graphTables } from "../import/graph-tables";
import { keptChecks } from "./kept.queries";

/** Something that is wrong with the data, in words. */
export interface Finding {
  check: string;
  what: string;
}

/** One rule that the data must obey: what it says, and a query for what breaks it, a row of text (`what`) each. */
interface Check {
  name: string;
  query: Sql;
}

/** What a foreign key, a check or a unique index cannot guard, or would guard only where it was not switched off. */
const checks: Check[] = [
  { name: "No loss function stands above itself", query: circles("loss_function") },
  { name: "No backbone stands above itself", query: circles("backbone") },
  { name: "Every leaderboard has exactly one default split", query: defaultSplits() },
  { name: "Every score is within its metric's range", query: scoresOutOfRange() },
  { name: "Every score is the number that was published", query: scoresUnlikeTheirText() },
  {
    name: "Every inherited claim names its base",
    query: orphanedClaims(),
  },
  { name: "No submission is a variant of itself over others", query: variantCircles() },
  ...Object.values(Kinds).map((kind: Kind) => ({
    name: `Every alias means one ${kind.label} only`,
    query: ambiguousAliases(kind),
  })),
  { name: "Every row that names an import names one that stands", query: rowsOfNoImport() },
  { name: "Every note of what imports changed is about a table of the graph", query: strayNotes() },
  { name: "Every foreign key leads somewhere", query: brokenForeignKeys() },
  ...keptChecks,
];

function circles(table: string): Sql {
  return raw(`
    WITH RECURSIVE up(from_id, id) AS (
      SELECT id, parent_id FROM ${table} UNION SELECT up.from_id, t.parent_id FROM up JOIN ${table} t ON t.id = up.id
    )
    SELECT format('"%s" stands above itself', t.slug) AS what FROM up JOIN ${table} t ON t.id = up.from_id
    WHERE up.from_id = up.id ORDER BY t.slug`);
}

function variantCircles(): Sql {
  return raw(`
    WITH RECURSIVE up(from_id, id) AS (
      SELECT submission_id, base_id FROM variant WHERE only_difference
      UNION SELECT up.from_id, v.base_id FROM up JOIN variant v ON v.submission_id = up.id AND v.only_difference
    )
    SELECT format('"%s" inherits from itself', s.slug) AS what FROM up JOIN submission s ON s.id = up.from_id
    WHERE up.from_id = up.id ORDER BY s.slug`);
}

function defaultSplits(): Sql {
  return raw(`
    SELECT format('"%s" has %s default splits', lb.slug, count(sp.id)) AS what
    FROM leaderboard lb LEFT JOIN split sp ON sp.leaderboard_id = lb.id AND sp.is_default
    GROUP BY lb.id HAVING count(sp.id) <> 1 ORDER BY lb.slug`);
}

function scoresOutOfRange(): Sql {
  return raw(`
    SELECT format('"%s" has %s on %s, %s, where the metric goes from %s to %s', s.slug, x.value, lb.slug, sp.slug,
      coalesce(m.minimum::text, 'anything'), coalesce(m.maximum::text, 'anything')) AS what
    FROM score x JOIN submission s ON s.id = x.submission_id JOIN split sp ON sp.id = x.split_id
    JOIN leaderboard lb ON lb.id = sp.leaderboard_id JOIN metric m ON m.id = lb.metric_id
    WHERE x.value < m.minimum OR x.value > m.maximum ORDER BY lb.slug, sp.slug, s.slug`);
}

/** A text that is a plain decimal: only the scaling between a fraction and percent may stand between it and the value. */
function scoresUnlikeTheirText(): Sql {
  return raw(`
    SELECT format('"%s" has the value %s for the published text "%s"', slug, value, reported) AS what
    FROM (
      SELECT s.slug, x.value, x.reported, x.reported::numeric AS number, coalesce(m.unit = '%', false) AS in_percent
      FROM score x JOIN submission s ON s.id = x.submission_id JOIN split sp ON sp.id = x.split_id
      JOIN leaderboard lb ON lb.id = sp.leaderboard_id JOIN metric m ON m.id = lb.metric_id
      WHERE x.reported ~ '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$'
    ) AS published
    WHERE value IS NULL OR NOT (
      value = number OR (in_percent AND value = number * 100) OR (NOT in_percent AND value * 100 = number))
    ORDER BY slug`);
}

function orphanedClaims(): Sql {
  const claims = ["loss_function_claim", "backbone_claim", "training_dataset_claim", "test_set_cleaning"]
    .map((table) => `SELECT submission_id, basis, inherited_from_id FROM ${table}`)
    .join(" UNION ALL ");
  return raw(`
    SELECT format('"%s" has an inherited claim that names no base', s.slug) AS what
    FROM (${claims}) AS c JOIN submission s ON s.id = c.submission_id
    WHERE c.basis = 'INHERITED' AND c.inherited_from_id IS NULL ORDER BY s.slug`);
}

/** A reference must not mean two things: aliases are compared with each other and with names. */
function ambiguousAliases(kind: Kind): Sql {
  const [table, key, column] = [kind.table, kind.keyColumn, kind.aliasColumn];
  return raw(`
    SELECT format('"%s" means %s', min(a.text), string_agg(t.slug, ' and ' ORDER BY t.slug)) AS what
    FROM alias a JOIN ${table} t ON t.id = a.${column} GROUP BY a.key HAVING count(*) > 1
    UNION ALL
    SELECT format('"%s" is an alias of %s and the name of %s', a.text, t.slug, named.slug)
    FROM alias a JOIN ${table} t ON t.id = a.${column} JOIN ${table} named ON named.${key} = a.key AND named.id <> t.id`);
}

/** When an import is undone, nothing is left of it; one that did not end left nothing. */
function rowsOfNoImport(): Sql {
  const rows = graphTables.map(
    (table) => `SELECT '${table}' AS name, import_id, count(*) AS rows FROM ${table} GROUP BY import_id`,
  );
  return raw(`
    SELECT format('%s rows of %s name import %s, which %s', rows, t.name, i.id,
      CASE WHEN i.undone_at IS NULL THEN 'did not end' ELSE 'is undone' END) AS what
    FROM (${rows.join(" UNION ALL ")}) AS t JOIN import i ON i.id = t.import_id
    WHERE i.undone_at IS NOT NULL OR i.finished_at IS NULL ORDER BY t.name, i.id`);
}

function strayNotes(): Sql {
  const known = graphTables.map((table) => `'${table}'`).join(", ");
  const stray = (table: string, what: string) => `
    SELECT format('import %s has notes of what it ${what} in %s, which is not known', n.import_id, n.table_name) AS what
    FROM (SELECT DISTINCT import_id, table_name FROM ${table}) AS n WHERE n.table_name NOT IN (${known})
    UNION ALL
    SELECT format('import %s is undone and has notes of what it ${what} all the same', i.id) FROM import i
    WHERE i.undone_at IS NOT NULL AND EXISTS (SELECT FROM ${table} n WHERE n.import_id = i.id)`;
  return raw(
    `${stray("import_journal", "changed")} UNION ALL ${stray("import_restated", "said again")} ORDER BY what`,
  );
}

/** Foreign keys can be switched off while rows are written; Postgres then never looks again. */
function brokenForeignKeys(): Sql {
  return raw(`
    SELECT format('%s.%s has %s rows that lead nowhere', table_name, column_name, broken) AS what
    FROM (
      SELECT c.conrelid::regclass::text AS table_name, a.attname AS column_name,
        (xpath('//n/text()', query_to_xml(format(
          'SELECT count(*) AS n FROM %s l WHERE l.%I IS NOT NULL AND NOT EXISTS (SELECT FROM %s r WHERE r.id = l.%I)',
          c.conrelid::regclass, a.attname, c.confrelid::regclass, a.attname), false, true, '')))[1]::text::bigint AS broken
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    ) AS keys WHERE broken > 0 ORDER BY table_name, column_name`);
}

/** Runs every check over all data; gives what is wrong, and the names of the checks that found nothing. */
export async function findIntegrityProblems(
  db: Database,
): Promise<{ findings: Finding[]; passed: string[] }> {
  const findings: Finding[] = [];
  const passed: string[] = [];
  for (const { name, query } of checks) {
    const rows = await db.rows<{ what: string }>(sql`${query}`);
    if (rows.length === 0) passed.push(name);
    findings.push(...rows.map(({ what }) => ({ check: name, what })));
  }
  return { findings, passed };
}
