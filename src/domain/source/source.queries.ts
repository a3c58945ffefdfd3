import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import { Source } from "./source.entity";
import { SourceGap } from "./source-gap.entity";
import { SourceText } from "./source-text.entity";

/** All documents, by title. */
export function findSources(db: Database): Promise<Source[]> {
  return db.rows(sql`SELECT ${columnsOf(Source, "t")} FROM source t ORDER BY t.title COLLATE "C", t.id`);
}

/** The documents that imports were the last to write, by title. */
export function findSourcesOfImports(db: Database, importIds: readonly number[]): Promise<Source[]> {
  return db.rows(sql`SELECT ${columnsOf(Source, "t")} FROM source t
    WHERE t.import_id = ANY(${[...importIds]}::integer[]) ORDER BY t.title COLLATE "C", t.id`);
}

/** The full texts of documents; one whose text was not kept is left out. */
export function findSourceTexts(db: Database, sourceIds: readonly number[]): Promise<SourceText[]> {
  return db.rows(sql`SELECT ${columnsOf(SourceText, "t")} FROM source_text t
    WHERE t.source_id = ANY(${[...sourceIds]}::integer[])`);
}

/** The documents with these slugs. */
export function findSourcesBySlug(
  db: Database,
  slugs: readonly string[],
): Promise<Pick<Source, "id" | "slug">[]> {
  return db.rows(sql`SELECT t.id, t.slug FROM source t WHERE t.slug = ANY(${[...slugs]}::text[])`);
}

/** Slugs of documents that are written most like a text, the nearest first. */
export async function nearestSlugs(db: Database, slug: string, most: number): Promise<string[]> {
  const rows = await db.rows<{ slug: string }>(sql`
    SELECT t.slug FROM source t WHERE t.slug % ${slug} OR ${slug} <% t.slug
    ORDER BY greatest(similarity(t.slug, ${slug}), word_similarity(${slug}, t.slug)) DESC, t.slug COLLATE "C"
    LIMIT ${most}`);
  return rows.map((row) => row.slug);
}

/** What documents do not say, in the order in which it was noted; `sourceIds` null means of all documents. */
export function findSourceGaps(db: Database, sourceIds: readonly number[] | null): Promise<SourceGap[]> {
  return db.rows(sql`
    SELECT ${columnsOf(SourceGap, "t")} FROM source_gap t
    WHERE ${sourceIds === null} OR t.source_id = ANY(${[...(sourceIds ?? [])]}::integer[])
    ORDER BY t.source_id, t.id`);
}
