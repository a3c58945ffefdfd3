import type { Pool, PoolClient } from "pg";
import type { Sql } from "./sql";
import { listened, type StatementListener } from "./statement-listener";

/** Reads the data of one moment, whatever is written meanwhile, on a connection of its own. */
export class Snapshot {
  private constructor(
    private readonly client: PoolClient,
    private readonly onStatement?: StatementListener,
  ) {}

  /** Takes a connection, which `end` must give back. */
  static async begin(pool: Pool, onStatement?: StatementListener): Promise<Snapshot> {
    const snapshot = new Snapshot(await pool.connect(), onStatement);
    try {
      await snapshot.run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      // All rows are going to be read, and the first ones may take long where all are sorted before.
      await snapshot.run("SET LOCAL cursor_tuple_fraction = 1");
      await snapshot.run("SET LOCAL statement_timeout = 0");
      // Whole tables are joined, perhaps right after an import that left the planner's counts far too low.
      await snapshot.run("SET LOCAL enable_nestloop = off");
      return snapshot;
    } catch (error) {
      snapshot.client.release(true);
      throw error;
    }
  }

  /** All rows of one statement. */
  rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return this.run<Row>(statement.text, [...statement.values]);
  }

  /** The rows of one statement, a page at a time: the server holds no more than it needs to sort them. */
  async *pages<Row extends object>(statement: Sql, size: number): AsyncGenerator<Row[]> {
    await this.run(`DECLARE pages NO SCROLL CURSOR FOR ${statement.text}`, [...statement.values]);
    let rows: Row[];
    do {
      rows = await this.run<Row>(`FETCH ${size} FROM pages`);
      if (rows.length) yield rows;
    } while (rows.length === size);
    await this.run("CLOSE pages");
  }

  /** Ends it; a connection that cannot be used any more is thrown away. */
  async end(): Promise<void> {
    try {
      await this.run("ROLLBACK");
      this.client.release();
    } catch {
      this.client.release(true);
    }
  }

  private async run<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const query = () => this.client.query<Row>({ text, values });
    return (await listened(this.onStatement, text, query)).rows;
  }
}
