import { raw, type Sql, sql } from "../../db/sql";
import { staged } from "../../db/staged-records";
import type { Write } from "../../db/write";

/**
 * Warns of what was read before from documents of which a part comes again, and is in them no more: what a part leaves
 * out stays. Called when all is written.
 */
export async function warnOfSilence(write: Write): Promise<void> {
  if (write.brings("scores")) {
    await warn(write, "scores", {
      documents: raw("SELECT d.id FROM staged_score x JOIN source d ON d.slug = x.document WHERE x.partial"),
      known: sql`
        SELECT t.source_id, format('of "%s" on %s, %s', s.slug, l.slug, sp.slug) AS example, t.import_id
        FROM score t JOIN submission s ON s.id = t.submission_id JOIN split sp ON sp.id = t.split_id
        JOIN leaderboard l ON l.id = sp.leaderboard_id
        WHERE NOT EXISTS (
          SELECT FROM staged_score x WHERE x.submission = s.slug AND x.leaderboard = l.slug AND x.split = sp.slug)`,
    });
  }
  if (write.brings("submissions")) {
    const records = staged("submissions");
    await warn(write, "submissions", {
      documents: sql`
        SELECT d.id FROM ${records} AS x JOIN source d ON d.slug = x.record#>>'{source,document}' WHERE x.partial`,
      known: sql`
        SELECT t.source_id, format('"%s"', t.slug) AS example, t.import_id FROM submission t
        WHERE NOT EXISTS (SELECT FROM ${records} AS x WHERE x.slug = t.slug)`,
    });
  }
}

interface Silence {
  /** SELECT of the ids of the documents that come again. */
  documents: Sql;
  /** SELECT of what is known and does not come, with its document, its import, and words for it. */
  known: Sql;
}

async function warn(write: Write, what: string, { documents, known }: Silence): Promise<void> {
  const found = await write.db.rows<{ id: number }>(sql`SELECT DISTINCT id FROM (${documents}) AS document`);
  if (found.length === 0) return;
  await write.warn(sql`
    SELECT format('%s no longer has %s of its %s, such as %s; what was read of them before stays.', d.slug, count(*),
        ${what}::text, min(known.example)) AS message,
      NULL::text AS file, NULL::integer AS line, NULL::integer AS col, d.id AS ordinal
    FROM (${known}) AS known JOIN source d ON d.id = known.source_id
    WHERE known.import_id IS DISTINCT FROM ${write.importId}::integer AND known.source_id = ANY(${found.map(({ id }) => id)}::integer[])
    GROUP BY d.id, d.slug`);
}
