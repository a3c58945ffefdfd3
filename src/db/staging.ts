import { copyLine } from "./copy-text";
import type { Transaction } from "./transaction";

/** Rows are sent to the database when so many, or so much text, have come together, so that memory stays bounded. */
const ROWS_PER_COPY = 20_000;
const LETTERS_PER_COPY = 16 * 2 ** 20;

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
  private letters = 0;

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
    const line = copyLine(values);
    rows.push(line);
    this.letters += line.length;
    if (this.letters >= LETTERS_PER_COPY) return this.sendAll();
    return rows.length >= ROWS_PER_COPY ? this.send(table) : undefined;
  }

  /** Sends what is left, and lets the planner know what the tables hold. */
  async finish(): Promise<void> {
    await this.sendAll();
    for (const table of this.waiting.keys()) await this.transaction.run(`ANALYZE ${table.name}`);
  }

  private async sendAll(): Promise<void> {
    for (const table of this.waiting.keys()) await this.send(table);
  }

  private async send(table: StagingTable): Promise<void> {
    const rows = this.waiting.get(table) as string[];
    this.waiting.set(table, []);
    for (const row of rows) this.letters -= row.length;
    if (rows.length) await this.transaction.copy(table.name, Object.keys(table.columns), rows);
  }
}
