import "reflect-metadata";
import type { DataSource } from "typeorm";
import { lineLog } from "../../src/common/log";
import { answersOf } from "../../src/graph/answers/answer-source";
import { contextsOf } from "../../src/graph/context";
import { followRevision } from "../../src/graph/data-revision";
import { createDataSource } from "../../src/graph/data-source";
import { exportsOf } from "../../src/graph/exports/export-source";
import type { KeepingOptions } from "../../src/graph/keeping";
import { createSchema } from "../../src/graph/schema";
import { createGraphQLServer } from "../../src/server/graphql-server";
import { type HttpServerOptions, startHttpServer } from "../../src/server/http-server";
import type { Limits } from "../../src/server/limits/limits";
import { createTestDatabase } from "./test-database";

export interface HttpServiceOptions {
  limits?: Partial<Limits>;
  budget?: HttpServerOptions["budget"];
  timeouts?: HttpServerOptions["timeouts"];
  /** Whether answers are kept. */
  keepsAnswers?: boolean;
  /** How answers are kept to be cited. */
  keeping?: KeepingOptions;
  /** How many of them a client may keep. */
  keepingLimit?: HttpServerOptions["keepingLimit"];
  poolSize?: number;
  statementTimeoutMs?: number;
}

/** The service on a database of its own with the default data, reached by HTTP. */
export interface HttpService {
  url: string;
  dataSource: DataSource;
  /** What was logged; only internal errors are, and warnings. */
  logged: string[];
  close(): Promise<void>;
}

const schema = createSchema();

/** Where the service says that it is reached. */
export const PUBLIC_URL = "https://scoregraph.example";

/** Starts the service as a process would, on a free port. */
export async function startHttpService(options: HttpServiceOptions = {}): Promise<HttpService> {
  const {
    limits,
    budget,
    keeping,
    keepingLimit,
    timeouts,
    keepsAnswers = false,
    poolSize = 4,
    statementTimeoutMs,
  } = options;
  const database = await createTestDatabase("seeded");
  const dataSource = await createDataSource({ url: database.url, poolSize, statementTimeoutMs }).initialize();
  const logged: string[] = [];
  const log = lineLog((line) => logged.push(line));
  const revision = followRevision(dataSource, log);
  const createContext = contextsOf(dataSource, () => revision.read(), undefined, {
    publicUrl: PUBLIC_URL,
    limits: { queryBytes: 20_000, answerBytes: 1_000_000, allBytes: 1_000_000_000 },
    ...keeping,
  });
  const graphql = createGraphQLServer({
    schema,
    createContext: ({ work, queries }) => createContext(undefined, work, queries),
    production: true,
    limits,
    log,
  });
  const answers = keepsAnswers
    ? { mostBytes: 8_000_000, readRevision: () => revision.read(), version: "test" }
    : undefined;
  // Of so few rows at once that every file takes several pages.
  const exports = exportsOf(
    schema,
    () => dataSource,
    () => revision.read(),
    { atOnce: 10 },
  );
  const http = await startHttpServer({
    graphql,
    answers,
    budget,
    keepingLimit,
    timeouts,
    exports,
    keptAnswers: answersOf(() => dataSource, { publicUrl: keeping?.publicUrl ?? PUBLIC_URL }),
    host: "127.0.0.1",
    port: 0,
    log,
  });
  return {
    url: http.url,
    dataSource,
    logged,
    async close() {
      await http.stop(0);
      await revision.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
