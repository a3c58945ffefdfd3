import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import type { NewAnswer } from "./answer.queries";

/** Keeps an answer. One that is kept already stays as it is. */
export async function storeAnswer(db: Database, given: NewAnswer): Promise<void> {
  const { id, title, query, variables, answer, contentHash, revision, dataChangedAt, serviceVersion } = given;
  await db.rows(sql`
    INSERT INTO kept_answer
      (id, title, query, variables, answer, content_hash, revision, data_changed_at, service_version)
    VALUES (${id}, ${title}, ${query}, ${variables}, ${answer}, ${contentHash}, ${revision}, ${dataChangedAt},
      ${serviceVersion})
    ON CONFLICT (id) DO NOTHING`);
}
