import { sql } from "./sql";
import type { Write, WritePlace } from "./write";

/** So many repeats are told of at once. */
const TOLD = 50;

/** Records that are whole say twice what can be said once. */
export class RepeatedRecords extends Error {
  constructor(readonly lost: readonly (WritePlace & { message: string })[]) {
    super(lost.map(({ message }) => message).join("\n"));
    this.name = "RepeatedRecords";
  }
}

/**
 * Leaves one staged record for each thing: partial ones are put together, the first to say something being believed.
 * Throws RepeatedRecords when whole ones repeat each other.
 */
export async function mergeRepeats(write: Write): Promise<void> {
  await write.db.run(`
    CREATE TEMPORARY TABLE repeated ON COMMIT DROP AS
    SELECT section, slug, min(ordinal) AS first, bool_and(partial) AS partial FROM staged
    GROUP BY section, slug HAVING count(*) > 1`);
  const whole = await write.db.rows<WritePlace & { section: string; slug: string }>(sql`
    SELECT s.section, s.slug, s.file, s.line, s.col FROM staged s JOIN repeated r USING (section, slug)
    WHERE NOT r.partial AND s.ordinal <> r.first ORDER BY s.ordinal LIMIT ${TOLD}`);
  if (whole.length) {
    throw new RepeatedRecords(
      whole.map(({ section, slug, ...at }) => ({
        ...at,
        message: `${section}: "${slug}" stands here a second time.`,
      })),
    );
  }
  const unlike = await write.db.rows<
    WritePlace & { slug: string; key: string; left_out: string; kept: string }
  >(sql`
    SELECT s.file, s.line, s.col, s.slug, e.key, e.value#>>'{}' AS left_out, kept.value#>>'{}' AS kept
    FROM staged s JOIN repeated r USING (section, slug) CROSS JOIN LATERAL jsonb_each(s.record) AS e
    CROSS JOIN LATERAL (
      SELECT o.record->e.key AS value FROM staged o
      WHERE o.section = s.section AND o.slug = s.slug AND o.record ? e.key ORDER BY o.ordinal LIMIT 1
    ) AS kept
    WHERE jsonb_typeof(e.value) IN ('string', 'number', 'boolean') AND e.value <> kept.value ORDER BY s.ordinal LIMIT ${TOLD}`);
  for (const { slug, key, left_out, kept, ...at } of unlike) {
    const message = `"${slug}" has ${key} "${kept}" already; "${left_out}" was left out.`;
    write.warnings.push({ ...at, message });
  }
  await write.db.run(`
    WITH parts AS (
      SELECT r.first, s.ordinal, e.key, e.value FROM staged s JOIN repeated r USING (section, slug)
      CROSS JOIN LATERAL jsonb_each(s.record) AS e
    ), items AS (
      SELECT DISTINCT ON (first, key, item - '{line,column}'::text[]) first, key, ordinal, nth, item
      FROM (
        SELECT first, key, ordinal, nth, item FROM parts
        CROSS JOIN LATERAL jsonb_array_elements(value) WITH ORDINALITY AS l(item, nth)
        WHERE jsonb_typeof(value) = 'array' AND jsonb_typeof(item) = 'object'
      ) AS objects ORDER BY first, key, item - '{line,column}'::text[], ordinal, nth
    ), plain AS (
      SELECT DISTINCT ON (first, key, item) first, key, ordinal, nth, item FROM parts
      CROSS JOIN LATERAL jsonb_array_elements(value) WITH ORDINALITY AS l(item, nth)
      WHERE jsonb_typeof(value) = 'array' AND jsonb_typeof(item) <> 'object' ORDER BY first, key, item, ordinal, nth
    ), said AS (
      SELECT first, key, jsonb_agg(item ORDER BY ordinal, nth) AS value
      FROM (SELECT * FROM items UNION ALL SELECT * FROM plain) AS listed GROUP BY first, key
      UNION ALL
      SELECT first, key, (array_agg(value ORDER BY ordinal))[1] FROM parts
      WHERE jsonb_typeof(value) NOT IN ('array', 'null') GROUP BY first, key
    ), merged AS (
      SELECT first, jsonb_object_agg(key, value) AS record FROM said GROUP BY first
    )
    UPDATE staged s SET record = merged.record FROM merged WHERE s.ordinal = merged.first`);
  await write.db.run(`
    DELETE FROM staged s USING repeated r WHERE s.section = r.section AND s.slug = r.slug AND s.ordinal <> r.first`);
}
