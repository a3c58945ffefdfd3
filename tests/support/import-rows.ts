import type { DataSource } from "typeorm";
import { graphTables } from "../../src/domain/import/graph-tables";

const DAY = 86_400_000;

/** Makes all rows such as no import wrote, and forgets the imports. */
export async function forgetImports(dataSource: DataSource): Promise<void> {
  for (const table of graphTables) await dataSource.query(`UPDATE ${table} SET import_id = NULL`);
  for (const table of ["import_journal", "import_restated", "import"])
    await dataSource.query(`DELETE FROM ${table}`);
}

/** The columns of an import that a test sets; the others are made up. */
export interface ImportRow {
  format: string;
  files: { name: string; bytes: number; sha256: string }[];
  startedAt: string;
  finishedAt: string | null;
  revision: number | null;
  changes: Record<string, Record<string, number>>;
  problemCount: number;
  problems: { file: string; line: number; column: number; message: string; level?: string }[];
  undoneAt: string | null;
}

/** Writes the row of an import, and gives its number. */
export async function insertImport(dataSource: DataSource, row: Partial<ImportRow> = {}): Promise<number> {
  const startedAt = row.startedAt ?? "2020-01-01T00:00:00Z";
  const [{ id }] = await dataSource.query(
    `INSERT INTO import (id, format, files, started_at, finished_at, revision, changes, problem_count, problems, undone_at)
     SELECT coalesce(max(id), 0) + 1, $1, $2::jsonb, $3::timestamptz, $4::timestamptz, $5::bigint, $6::jsonb, $7::integer,
       $8::jsonb, $9::timestamptz FROM import RETURNING id`,
    [
      row.format ?? "bundle",
      JSON.stringify(row.files ?? []),
      startedAt,
      row.finishedAt === undefined ? startedAt : row.finishedAt,
      row.revision ?? null,
      JSON.stringify(row.changes ?? {}),
      row.problemCount ?? row.problems?.length ?? 0,
      JSON.stringify(row.problems ?? []),
      row.undoneAt ?? null,
    ],
  );
  return id;
}

/** Writes imports of different formats, one for each day, with a file and a problem each; gives their numbers. */
export async function insertImports(dataSource: DataSource, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const file = `file-${i}.json`;
    ids.push(
      await insertImport(dataSource, {
        format: `format-${(i * 7) % count}`,
        files: [{ name: file, bytes: i, sha256: "0".repeat(64) }],
        startedAt: new Date(Date.UTC(2020, 0, 1) + i * DAY).toISOString(),
        changes: { score: { created: i + 1 } },
        problems: [{ file, line: 1, column: 1, message: "This is no number.", level: "warning" }],
      }),
    );
  }
  return ids;
}

/** Spreads the rows of every table over imports, as if those had written them. */
export async function spreadOverImports(dataSource: DataSource, importIds: readonly number[]): Promise<void> {
  for (const table of graphTables) {
    await dataSource.query(
      `UPDATE ${table} SET import_id = ($1::integer[])[1 + row.place % $2] FROM (
         SELECT ctid AS row_id, row_number() OVER (ORDER BY ctid)::integer AS place FROM ${table}
       ) AS row WHERE ${table}.ctid = row.row_id`,
      [[...importIds], importIds.length],
    );
  }
  await dataSource.query(
    "INSERT INTO source_text (source_id, text) SELECT id, 'Text of ' || slug FROM source",
  );
}
