import path from "node:path";
import { Client } from "pg";
import { packageFolder } from "../../../src/common/package";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../../src/db/embedded";

/** One server for all contestants. Its data can be made again, so that nothing waits for the disk. */
const SETTINGS = {
  shared_buffers: "512MB",
  effective_cache_size: "2GB",
  work_mem: "16MB",
  random_page_cost: "1.1",
  max_connections: "150",
  max_parallel_workers_per_gather: "0",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "4GB",
  autovacuum: "off",
  log_checkpoints: "off",
  log_line_prefix: "@%a@ ",
};

export interface BenchPostgres extends EmbeddedPostgres {
  /** Such as "18.4". */
  version: string;
  /** Takes every line that Postgres logs from now on, until the returned function is called. */
  listen(listener: (line: string) => void): () => void;
}

/** Starts the Postgres of the benchmark on the folder where it keeps its data between runs. */
export async function startPostgres(): Promise<BenchPostgres> {
  const listeners = new Set<(line: string) => void>();
  const start = () =>
    startEmbeddedPostgres({
      dataFolder: path.join(packageFolder, ".scoregraph/bench"),
      settings: SETTINGS,
      onLog: (line) => {
        for (const listener of listeners) listener(line);
      },
    });
  let postgres = await start();
  if (postgres.adopted) {
    // One that a killed run has left has other settings, perhaps, and nobody hears its log.
    await postgres.stop();
    postgres = await start();
  }
  return {
    ...postgres,
    version: await versionOf(postgres.url),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function versionOf(url: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query("SHOW server_version");
  await client.end();
  return rows[0].server_version;
}
