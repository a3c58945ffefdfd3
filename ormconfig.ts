import "reflect-metadata";
import { join } from "node:path";
import { DataSource, type DataSourceOptions } from "typeorm";
import { loadConfig } from "./src/config";
import { SnakeCaseNaming } from "./src/db/naming-strategy";
import { valueTypes } from "./src/db/value-types";

/** The options under which every connection to the store is made. */
export function dataSourceOptions(
  url: string,
  settings: { poolSize?: number; statementTimeout?: number } = {},
) {
  return {
    type: "postgres",
    url,
    namingStrategy: new SnakeCaseNaming(),
    entities: [join(__dirname, "src/domain/*/*.entity.{js,ts}")],
    migrations: [join(__dirname, "migrations/*.{js,ts}")],
    migrationsTransactionMode: "each",
    poolSize: settings.poolSize ?? 16,
    applicationName: "scoregraph",
    extra: { types: valueTypes, statement_timeout: settings.statementTimeout ?? 0 },
  } satisfies DataSourceOptions;
}

const config = loadConfig();

/** The store that the settings name; the TypeORM command line uses it too. */
export default new DataSource(
  dataSourceOptions(config.databaseUrl ?? "", {
    poolSize: config.databasePoolSize,
    statementTimeout: config.statementTimeoutMs,
  }),
);
