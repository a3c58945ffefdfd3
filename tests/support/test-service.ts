import "reflect-metadata";
import type { FormattedExecutionResult } from "graphql";
import type { DataSource } from "typeorm";
import { lineLog } from "../../src/common/log";
import { contextsOf } from "../../src/graph/context";
import { createDataSource } from "../../src/graph/data-source";
import { createSchema } from "../../src/graph/schema";
import { createGraphQLServer, type ExecutorName } from "../../src/server/graphql-server";
import { createTestDatabase } from "./test-database";

// biome-ignore lint/suspicious/noExplicitAny: answers are compared with literals, not typed
type Data = any;

/** An answer together with the SQL that it took. */
export interface Answer {
  data: Data;
  errors: FormattedExecutionResult["errors"];
  statements: string[];
}

/** The service on a database of its own, without HTTP. */
export interface TestService {
  dataSource: DataSource;
  /** What was logged; expected to stay empty, for only internal errors are. */
  logged: string[];
  /**
   * Sends an operation through the same checks as a request by HTTP. It is answered as the first one of a service would be,
   * unless `contexts` are given in which others were answered.
   */
  ask(
    query: string,
    variables?: Record<string, unknown>,
    executor?: ExecutorName,
    contexts?: ReturnType<typeof contextsOf>,
  ): Promise<Answer>;
  /** Sends an operation that must succeed, and gives its data. */
  data(query: string, variables?: Record<string, unknown>): Promise<Data>;
  close(): Promise<void>;
}

const schema = createSchema();

/** What may be kept is limited elsewhere. */
const KEEPING = { queryBytes: 1e6, answerBytes: 1e8, allBytes: 1e12 };

/** Starts the service on a copy of a template: migrated and empty, or with the default data. */
export async function startTestService(template: "empty" | "seeded" = "seeded"): Promise<TestService> {
  const database = await createTestDatabase(template);
  const dataSource = await createDataSource({ url: database.url, poolSize: 8 }).initialize();
  const logged: string[] = [];
  const ask: TestService["ask"] = async (query, variables, executor, contexts) => {
    const statements: string[] = [];
    const createContext = contexts ?? contextsOf(dataSource, async () => "", undefined, { limits: KEEPING });
    const server = createGraphQLServer({
      schema,
      createContext: ({ queries }) => createContext((text) => statements.push(text), undefined, queries),
      executor,
      // Everything of whole pages is asked for here; what a query may cost is limited elsewhere.
      limits: { cost: Number.MAX_SAFE_INTEGER },
      log: lineLog((line) => logged.push(line)),
    });
    const { data, errors } = await server.executeOperation({ query, variables });
    await server.stop();
    // Rows come without a prototype from the executor, which `toEqual` would mind.
    return { data: JSON.parse(JSON.stringify(data ?? null)), errors, statements };
  };
  return {
    dataSource,
    logged,
    ask,
    async data(query, variables) {
      const { data, errors } = await ask(query, variables);
      if (errors) throw new Error(errors.map((error) => error.message).join("\n"));
      return data;
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
