import type { DataSource } from "typeorm";
import { graphTables } from "../../src/domain/import/graph-tables";

/** Every row of every table of the graph as text, ids and imports included, so that two states of a database can be compared. */
export async function graphText(dataSource: DataSource): Promise<string[]> {
  const texts: string[] = [];
  for (const table of graphTables) {
    const rows: { row: object }[] = await dataSource.query(
      `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`,
    );
    texts.push(JSON.stringify({ table, rows: rows.map(({ row }) => row) }));
  }
  return texts;
}
