import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { codeOf, EmbeddedPostgresError } from "./errors";
import { SUPERUSER } from "./initdb";
import { readPostmasterFile } from "./postmaster-file";

/** The database that the service uses. */
export const DATABASE = "scoregraph";

/** The address of a database of the embedded server. */
export function databaseUrl(port: number, password: string, database = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Not listening yet, starting up or shutting down, or all connections taken. */
const NOT_YET = new Set(["ECONNREFUSED", "ECONNRESET", "57P03", "57P01", "53300"]);

/**
 * Waits until a server accepts connections and makes the database if it is missing. Returns the data folder
 * that the server names. Stops waiting, with the signal's reason, when the signal is given.
 */
export async function openDatabase(
  { pid, port }: { pid: number; port: number },
  { folder, password }: { folder: string; password: string },
  signal: AbortSignal,
): Promise<string> {
  // The port alone would not do: another program may have taken it, and then this would talk to that one.
  while (!saysReady(folder, pid)) {
    signal.throwIfAborted();
    await sleep(10);
  }
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
    signal.throwIfAborted();
    const client = new Client({
      connectionString: databaseUrl(port, password, "postgres"),
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      return await ensureDatabase(client);
    } catch (error) {
      if (!mayPass(error)) throw explain(error, port);
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(pause);
  }
}

function saysReady(folder: string, pid: number): boolean {
  const file = readPostmasterFile(folder);
  return file?.pid === pid && file.ready;
}

function mayPass(error: unknown): boolean {
  return NOT_YET.has(codeOf(error) ?? "") || /terminated|timeout/i.test((error as Error).message);
}

function explain(error: unknown, port: number): unknown {
  if (codeOf(error) !== "28P01") return error;
  return new EmbeddedPostgresError(
    `The server on port ${port} refuses the password in the file postgres-password beside its folder.`,
    { cause: error },
  );
}

async function ensureDatabase(client: Client): Promise<string> {
  const { rows } = await client.query<{ folder: string; present: boolean }>(
    `SELECT current_setting('data_directory') AS folder,
       EXISTS (SELECT FROM pg_database WHERE datname = $1) AS present`,
    [DATABASE],
  );
  if (!rows[0].present) await client.query(`CREATE DATABASE ${DATABASE}`);
  return rows[0].folder;
}
