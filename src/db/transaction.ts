import { pipeline } from "node:stream/promises";
import type { Pool, PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Database } from "./database";

const CANCEL_AGAIN_MS = 200;

/** One transaction on one connection: reads as the pool does, and takes rows by COPY. */
export class Transaction extends Database {
  constructor(
    private readonly client: PoolClient,
    private readonly signal?: AbortSignal,
  ) {
    super(client, () => this.goOn());
  }

  /** Runs statements that give nothing back. */
  async run(text: string): Promise<void> {
    this.goOn();
    await this.client.query(text);
  }

  /** Throws Interrupted when the signal has fired: no further statement is begun. */
  goOn(): void {
    if (this.signal?.aborted) throw new Interrupted();
  }

  /** Puts lines in COPY's text format into a table. */
  async copy(table: string, columns: readonly string[], lines: readonly string[]): Promise<void> {
    this.goOn();
    const stream = this.client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
    await pipeline(async function* () {
      for (const line of lines) yield line;
    }, stream);
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

/**
 * Does work in a transaction without a limit on the time of its statements: all of it or, when it throws or the signal
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
  let cancelling: NodeJS.Timeout | undefined;
  const cancel = () => {
    void cancelStatement(pool, client);
    // One that is only just on its way to the server would be missed the first time.
    cancelling ??= setInterval(cancel, CANCEL_AGAIN_MS);
  };
  signal?.addEventListener("abort", cancel);
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL statement_timeout = 0");
    const transaction = new Transaction(client, signal);
    const value = await work(transaction);
    transaction.goOn();
    await client.query("COMMIT");
    return value;
  } catch (error) {
    clearInterval(cancelling);
    await client.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    throw signal?.aborted ? new Interrupted() : error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    clearInterval(cancelling);
    client.release(broken);
  }
}

/** Asks the server, over another connection, to end what a connection is doing. */
async function cancelStatement(pool: Pool, client: PoolClient): Promise<void> {
  const { processID } = client as PoolClient & { processID: number };
  await pool.query("SELECT pg_cancel_backend($1)", [processID]).catch(() => {});
}
