import type { Database } from "../../db/database";
import { sql } from "../../db/sql";

/** An answer as it is stored. */
export interface StoredAnswer {
  id: string;
  title: string;
  query: string;
  /** Canonical JSON. */
  variables: string;
  /** Compressed JSON. */
  answer: Buffer;
  contentHash: string;
  revision: number;
  /** When the data had last been changed, ISO 8601 in UTC. */
  dataChangedAt: string;
  serviceVersion: string;
  /** ISO 8601 in UTC. */
  keptAt: string;
}

/** One that is not stored yet. */
export type NewAnswer = Omit<StoredAnswer, "keptAt">;

/** An answer that was kept; undefined where there is none of this id. */
export async function findAnswer(db: Database, id: string): Promise<StoredAnswer | undefined> {
  const rows = await db.rows<StoredAnswer>(sql`
    SELECT id, title, query, variables, answer, content_hash AS "contentHash", revision,
      data_changed_at AS "dataChangedAt", service_version AS "serviceVersion",
      to_char(kept_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "keptAt"
    FROM kept_answer WHERE id = ${id}`);
  return rows[0];
}

/** Bytes that all kept answers take. */
export async function countKeptBytes(db: Database): Promise<number> {
  const { bytes } = await db.row<{ bytes: number }>(
    sql`SELECT pg_total_relation_size('kept_answer') AS bytes`,
  );
  return Number(bytes);
}
