import { pipeline } from "node:stream/promises";
import type { Pool, PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Database } from "./database";
import type { Sql } from "./sql";

/** One transaction on one connection: reads as the pool does, and takes rows by COPY. Ends with Interrupted. */
export class Transaction extends Database {
  constructor(
    private readonly client: PoolClient,
    private readonly signal?: AbortSignal,
  ) {
    super(client);
  }

  override async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    this.goOn();
    return super.rows(statement);
  }

  override async count(statement: Sql): Promise<number> {
    this.goOn();
    return super.count(statement);
  }

  /** Runs statements that give nothing back. */
  async run(text: string): Promise<void> {
    this.goOn();
    await this.client.query(text);
  }

  /** Puts lines in COPY's text format into a table. */
  async copy(table: string, columns: readonly string[], lines: readonly string[]): Promise<void> {
    this.goOn();
    const stream = this.client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
    await pipeline(async function* () {
      for (const line of lines) yield line;
    }, stream);
  }

  /** A signal that comes between two statements finds none to cancel. */
  goOn(): void {
    if (this.signal?.aborted) throw new Interrupted();
  }
}

/** Thrown into a transaction's work when its signal fires. */
export class Interrupted extends Error {
  override name = "Interrupted";
  constructor() {
    super("Interrupted: the data are as they were.");
  }
}

export interface TransactionOptions {
  /** Takes the transaction back: also a statement that is running. */
  signal?: AbortSignal;
}

/** Reading what is written may take as long as whoever types it; other writers may have to be waited for. */
const WITHOUT_TIMEOUTS = `
  SELECT set_config(name, '0', true) FROM pg_settings WHERE name IN
    ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

/**
 * Does work in a transaction without a limit on its time: all of it or, when it throws or the signal
 * fires, nothing.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<T>,
  { signal }: TransactionOptions = {},
): Promise<T> {
  if (signal?.aborted) throw new Interrupted();
  const client = await pool.connect();
  let broken: Error | undefined;
  const canceller = new Canceller(pool, client);
  const cancel = () => canceller.begin();
  signal?.addEventListener("abort", cancel);
  try {
    await client.query("BEGIN");
    await client.query(WITHOUT_TIMEOUTS);
    const value = await work(new Transaction(client, signal));
    if (signal?.aborted) throw new Interrupted();
    await client.query("COMMIT");
    return value;
  } catch (error) {
    await canceller.end();
    await client.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    throw signal?.aborted ? new Interrupted() : error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    await canceller.end();
    client.release(broken);
  }
}

/** A statement that began just when it was cancelled did not notice, so that it is cancelled again after this time. */
const AGAIN_MS = 200;

/** Asks the server, over another connection, to end what a connection is doing. */
class Canceller {
  private ended = false;
  private asking: Promise<unknown> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly client: PoolClient,
  ) {}

  begin(): void {
    void this.ask();
  }

  /** Waits until nothing more is cancelled: the connection may do another one's work next. */
  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.asking;
  }

  private async ask(): Promise<void> {
    // The pool may have no other connection to give before the transaction ends.
    const other = await this.pool.connect().catch(() => undefined);
    if (!other) return;
    if (!this.ended) {
      const { processID } = this.client as PoolClient & { processID: number };
      this.asking = other.query("SELECT pg_cancel_backend($1)", [processID]).catch(() => {});
      await this.asking;
    }
    other.release();
    if (!this.ended) this.timer = setTimeout(() => this.begin(), AGAIN_MS);
  }
}
