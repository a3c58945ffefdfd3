import { refuse } from "./records-refused";
import { raw, sql } from "./sql";
import type { Write } from "./write";

/** By list: the parts of an item that make two items of it the same one. Whole items where a list is not given. */
export type ItemKeys = Readonly<Record<string, readonly string[]>>;

/**
 * Leaves one staged record for each thing: partial ones are put together, the first to say something being believed.
 * What stands in another document than the first record keeps that as its `document`, and `saidBy` tells which documents
 * say a part. Throws RecordsRefused when whole ones repeat each other.
 */
export async function mergeRepeats(write: Write, keys: ItemKeys): Promise<void> {
  const repeated = await write.db.count(sql`
    CREATE TEMPORARY TABLE repeated ON COMMIT DROP AS
    SELECT section, slug, min(ordinal) AS first, bool_and(partial) AS partial FROM staged
    GROUP BY section, slug HAVING count(*) > 1`);
  if (repeated === 0) return;
  await refuse(
    write,
    raw(`
      SELECT format('%s: "%s" stands here a second time.', section, slug) AS message, s.file, s.line, s.col, s.ordinal
      FROM staged s JOIN repeated r USING (section, slug) WHERE NOT r.partial AND s.ordinal <> r.first`),
  );
  await write.db.run(`
    CREATE TEMPORARY TABLE said ON COMMIT DROP AS
    SELECT r.first, s.ordinal, s.slug, s.file, s.line, s.col, e.key, e.value, s.record#>>'{source,document}' AS document,
      f.record#>>'{source,document}' AS first_document
    FROM staged s JOIN repeated r USING (section, slug) JOIN staged f ON f.ordinal = r.first
    CROSS JOIN LATERAL jsonb_each(s.record) AS e WHERE jsonb_typeof(e.value) <> 'null';
    ANALYZE said`);
  await write.warn(UNLIKE);
  await write.db.run(`
    WITH items AS (
      SELECT DISTINCT ON (first, key, identity) first, key, ordinal, nth, ${placed("item")} AS item
      FROM said CROSS JOIN LATERAL jsonb_array_elements(value) WITH ORDINALITY AS l(item, nth)
      CROSS JOIN LATERAL (SELECT ${identity(keys)} AS identity) AS i
      WHERE jsonb_typeof(value) = 'array' ORDER BY first, key, identity, ordinal, nth
    ), parts AS (
      SELECT first, key, jsonb_agg(item ORDER BY ordinal, nth) AS value FROM items GROUP BY first, key
      UNION ALL
      SELECT first, key, '[]' FROM said WHERE jsonb_typeof(value) = 'array'
      GROUP BY first, key HAVING bool_and(value = '[]')
      UNION ALL
      (SELECT DISTINCT ON (first, key) first, key, CASE key WHEN 'source' THEN value ELSE ${placed("value")} END FROM said
      WHERE jsonb_typeof(value) <> 'array' ORDER BY first, key, ordinal)
      UNION ALL
      SELECT first, 'saidBy', jsonb_object_agg(key, documents)
      FROM (SELECT first, key, jsonb_agg(DISTINCT document) AS documents FROM said WHERE document IS NOT NULL GROUP BY first, key) AS by
      GROUP BY first
    ), merged AS (
      SELECT first, jsonb_object_agg(key, value) AS record FROM parts GROUP BY first
    )
    UPDATE staged s SET record = merged.record FROM merged WHERE s.ordinal = merged.first`);
  await write.db.run(`
    DELETE FROM staged s USING repeated r WHERE s.section = r.section AND s.slug = r.slug AND s.ordinal <> r.first`);
}

/** What is told of a thing that the first record to speak of it says otherwise. */
const UNLIKE = raw(`
  SELECT CASE jsonb_typeof(value) WHEN 'object' THEN format('"%s" has another %s already; this one was left out.', slug, key)
      ELSE format('"%s" has %s "%s" already; "%s" was left out.', slug, key, kept#>>'{}', value#>>'{}') END AS message,
    file, line, col, ordinal
  FROM (
    SELECT *, first_value(value) OVER (PARTITION BY first, key ORDER BY ordinal) AS kept FROM said
    WHERE jsonb_typeof(value) <> 'array' AND key <> 'source' AND key NOT LIKE '%Key'
  ) AS told
  WHERE CASE jsonb_typeof(value) WHEN 'object' THEN value - '{line,column}'::text[] <> kept - '{line,column}'::text[]
    ELSE value <> kept END`);

/** A group of named values, with the document in which it stands where that is not the first record's. */
function placed(value: string): string {
  return `CASE WHEN jsonb_typeof(${value}) = 'object' AND document <> first_document
    THEN jsonb_build_object('document', document) || ${value} ELSE ${value} END`;
}

/** What is not said is as good as false. */
function identity(keys: ItemKeys): string {
  const cases = Object.entries(keys).map(([list, parts]) => {
    const values = parts.map((part) => `nullif(item->'${part}', 'false')`);
    return `WHEN '${list}' THEN jsonb_build_array(${values.join(", ")})`;
  });
  return `CASE key ${cases.join(" ")} ELSE item END`;
}
