import { copyLine } from "./copy-text";
import type { Transaction } from "./transaction";

/** Rows are sent to the database when so many have come together, so that memory stays bounded. */
const ROWS_PER_COPY = 20_000;

type Value = string | number | boolean | null | undefined;

/** A temporary table for rows that are about to be written. */
export interface StagingTable {
  name: string;
  /** Column names with their types, in the order in which rows give their values. */
  columns: Record<string, string>;
}

/** Brings rows into temporary tables by COPY, which end with the transaction. */
export class Staging {
  private readonly waiting = new Map<StagingTable, string[]>();

  constructor(private readonly transaction: Transaction) {}

  /** Makes the tables; each row gets an `ordinal` that counts in the order in which rows come. */
  async create(tables: readonly StagingTable[]): Promise<void> {
    for (const table of tables) {
      const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`);
      await this.transaction.run(
        `CREATE TEMPORARY TABLE ${table.name} (ordinal bigserial, ${columns.join(", ")}) ON COMMIT DROP`,
      );
      this.waiting.set(table, []);
    }
  }

  /** Adds a row; waits only when it is time to send what has come together. */
  add(table: StagingTable, values: readonly Value[]): Promise<void> | undefined {
    const rows = this.waiting.get(table) as string[];
    rows.push(copyLine(values));
    return rows.length >= ROWS_PER_COPY ? this.send(table) : undefined;
  }

  /** Sends what is left, and lets the planner know what the tables hold. */
  async finish(): Promise<void> {
    for (const table of this.waiting.keys()) {
      await this.send(table);
      await this.transaction.run(`ANALYZE ${table.name}`);
    }
  }

  private async send(table: StagingTable): Promise<void> {
    const rows = this.waiting.get(table) as string[];
    this.waiting.set(table, []);
    if (rows.length) await this.transaction.copy(table.name, Object.keys(table.columns), rows);
  }
}
