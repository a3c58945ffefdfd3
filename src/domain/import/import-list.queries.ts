import type { Database } from "../../db/database";
import type { Changes } from "../../db/reconcile";
import { sql } from "../../db/sql";
import type { ImportedFile, ImportedProblem } from "./import.commands";

/** An import, as it is listed. */
export interface ListedImport {
  id: number;
  format: string;
  startedAt: Date;
  finishedAt: Date;
  undoneAt: Date | null;
  revision: number;
  fileCount: number;
  problemCount: number;
  /** By table. */
  changes: Record<string, Changes>;
}

/** Imports, the latest first. */
export function findListedImports(db: Database, most: number): Promise<ListedImport[]> {
  return db.rows(sql`
    SELECT id, format, started_at AS "startedAt", finished_at AS "finishedAt", undone_at AS "undoneAt", revision,
      jsonb_array_length(files) AS "fileCount", problem_count AS "problemCount", changes
    FROM import WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT ${most}`);
}

/** One import with its files and the problems that were kept, or null. */
export async function findWholeImport(
  db: Database,
  id: number,
): Promise<(ListedImport & { files: ImportedFile[]; problems: ImportedProblem[] }) | null> {
  const rows = await db.rows<ListedImport & { files: ImportedFile[]; problems: ImportedProblem[] }>(sql`
    SELECT id, format, started_at AS "startedAt", finished_at AS "finishedAt", undone_at AS "undoneAt", revision,
      jsonb_array_length(files) AS "fileCount", problem_count AS "problemCount", changes, files, problems
    FROM import WHERE finished_at IS NOT NULL AND id = ${id}`);
  return rows[0] ?? null;
}
