import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import { Source } from "./source.entity";
import { SourceGap } from "./source-gap.entity";

/** All documents, by title. */
export function findSources(db: Database): Promise<Source[]> {
  return db.rows(sql`SELECT ${columnsOf(Source, "t")} FROM source t ORDER BY t.title COLLATE "C", t.id`);
}

/** What documents do not say, in the order in which it was noted; `sourceIds` null means of all documents. */
export function findSourceGaps(db: Database, sourceIds: readonly number[] | null): Promise<SourceGap[]> {
  return db.rows(sql`
    SELECT ${columnsOf(SourceGap, "t")} FROM source_gap t
    WHERE ${sourceIds === null} OR t.source_id = ANY(${[...(sourceIds ?? [])]}::integer[])
    ORDER BY t.source_id, t.id`);
}
