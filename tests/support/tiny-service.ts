import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
} from "graphql";
import { badInput, CallerError, ErrorCode, Unavailable } from "../../src/common/errors";
import { lineLog } from "../../src/common/log";
import { createGraphQLServer, type RequestInfo } from "../../src/server/graphql-server";
import type { HttpServerOptions } from "../../src/server/http-server";
import { startHttpServer } from "../../src/server/http-server";
import type { Limits } from "../../src/server/limits/limits";
import { Watching } from "../../src/watching/watching";

const SDL = /* GraphQL */ `
  scalar Day
  scalar Even
  enum Order { RISING FALLING }
  input Range { gt: Float, gte: Float }
  input Where { score: Range, name: String, and: [Where!], on: Day, even: Even }
  type Item { id: ID! fails: String item: Item }
  type Query {
    hello(name: String = "you"): String
    items(where: Where, first: Int, order: Order): [Item!]
    required(name: String!): String
    on(day: Day, even: Even): String
    callerFault: String
    databaseAway: String
    checked: String
    fault: String
    sureFault: String!
    libraryFault: String
    badOutput: Int
    slow(ms: Int!): String
    agent: String
    long(letters: Int!): String
  }
  type Mutation { touch: Boolean }
`;

export const SECRET = "password=hunter2 in /srv/secret/file.ts";

/** The name of the client of each request; `aborted` counts callers who left. */
export interface TinyContext {
  agent: string | undefined;
  signal: AbortSignal;
  /** The mutations that were executed. */
  changes: string[];
}

/** A schema of its own, with one field per behaviour that the server must handle. */
export function tinySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const day = (value: unknown): string => {
    if (value === "2016-12-31") return value;
    throw new GraphQLError(`"${value}" is no day.`);
  };
  const even = (value: unknown): number => {
    if (typeof value === "number" && value % 2 === 0) return value;
    throw badInput("even", "is odd.");
  };
  Object.assign(schema.getType("Day") as GraphQLScalarType, {
    parseValue: day,
    // Throws without a node, as a careless scalar would.
    parseLiteral: (node: { value?: unknown }) => day(node.value),
  });
  Object.assign(schema.getType("Even") as GraphQLScalarType, {
    parseValue: even,
    parseLiteral: (node: { value?: unknown }) => even(Number(node.value)),
  });
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (!field) throw new Error(`no field ${name}`);
    field.resolve = resolve;
  }
  const touch = schema.getMutationType()?.getFields().touch;
  if (touch) touch.resolve = (_source, _arguments, context) => context.changes.push("touch") > 0;
  return schema;
}

const fails = () => {
  throw new Error(SECRET);
};

const resolvers: Record<string, GraphQLFieldResolver<unknown, TinyContext>> = {
  hello: (_source, { name }) => `Hello ${name}`,
  items: () => [{ id: "1", fails, item: {} }],
  required: (_source, { name }) => name,
  on: (_source, { day }) => day,
  callerFault: () => {
    throw new CallerError(ErrorCode.NOT_FOUND, "ref: nothing is called x. Did you mean y?", {
      argument: "ref",
      suggestions: ["y"],
    });
  },
  databaseAway: () => {
    throw new Unavailable(new Error(SECRET));
  },
  checked: () => {
    const children = [{ property: "first", value: SECRET, constraints: { max: "must not exceed 200" } }];
    const validationErrors = [{ property: "page", target: { SECRET }, children }];
    throw new GraphQLError("Argument Validation Error", {
      extensions: { code: "BAD_USER_INPUT", validationErrors },
    });
  },
  fault: fails,
  sureFault: fails,
  libraryFault: () => {
    throw new GraphQLError(SECRET, { extensions: { code: "BAD_USER_INPUT" } });
  },
  badOutput: () => SECRET,
  slow: (_source, { ms }, { signal }) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve("done"), ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve("left");
      });
    }),
  // Not one letter only, which would compress to nothing.
  long: (_source, { letters }) =>
    Array.from({ length: letters }, (_, i) => (i * i) % 97)
      .join("")
      .slice(0, letters),
  agent: (_source, _arguments, { agent }) => agent,
};

/** Starts the tiny service on a free port. `lines` collects its log, `contexts` the context of each request. */
export async function startTinyService(
  options: { production?: boolean; limits?: Partial<Limits>; slowQueryMs?: number } & Partial<
    Pick<
      HttpServerOptions,
      "timeouts" | "answers" | "origins" | "queries" | "budget" | "readiness" | "exports" | "explorerFolder"
    >
  > = {},
) {
  const lines: string[] = [];
  const contexts: TinyContext[] = [];
  const log = lineLog((line) => lines.push(line));
  const createContext = ({ headers, work }: RequestInfo): TinyContext => {
    if (headers["user-agent"] === "nobody") throw new Error(SECRET);
    const controller = new AbortController();
    work.on(() => controller.abort());
    const { signal } = controller;
    const context: TinyContext = { agent: headers["user-agent"], signal, changes: [] };
    contexts.push(context);
    return context;
  };
  const { production = false, limits, slowQueryMs, ...more } = options;
  const graphql = createGraphQLServer<TinyContext>({
    schema: tinySchema(),
    createContext,
    production,
    limits,
    log,
  });
  const http = await startHttpServer({
    graphql,
    host: "127.0.0.1",
    port: 0,
    log,
    watching: new Watching({ log, slowQueryMs }),
    ...more,
  });
  return { graphql, ...http, lines, contexts };
}

export type TinyService = Awaited<ReturnType<typeof startTinyService>>;
