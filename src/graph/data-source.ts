import "reflect-metadata";
import path from "node:path";
import type { ClientBase } from "pg";
import { DataSource } from "typeorm";
import { SnakeCaseNaming } from "../db/naming-strategy";
import { valueTypes } from "../db/value-types";
import { entities } from "../domain/entities";

/** How the store is reached. */
export interface StoreSettings {
  url: string;
  poolSize?: number;
  /** Milliseconds after which a statement is cancelled; none when not given. */
  statementTimeoutMs?: number;
  /** Milliseconds that a statement waits for a connection; any time when not given. */
  waitMs?: number;
}

/** Words within a text are found from this likeness on, so that one slip in a short word is forgiven. */
const SEARCH_SETTINGS = "-c pg_trgm.word_similarity_threshold=0.4";

/** How every connection to the store is set up. */
export function poolSettings({ statementTimeoutMs = 0, waitMs = 0 }: Omit<StoreSettings, "url">) {
  return {
    application_name: "scoregraph",
    types: valueTypes,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: waitMs,
    options: SEARCH_SETTINGS,
    // Whoever uses a connection that is lost is told by its statement; without a listener the process would end.
    onConnect: (client: ClientBase) => void client.on("error", () => {}),
  };
}

/** The store: its entities and migrations over a pool of connections, which `initialize` opens. */
export function createDataSource({ url, poolSize = 16, ...settings }: StoreSettings): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    namingStrategy: new SnakeCaseNaming(),
    entities,
    migrations: [path.join(__dirname, "../../migrations/*.{js,ts}")],
    migrationsTransactionMode: "each",
    poolSize,
    extra: poolSettings(settings),
  });
}
