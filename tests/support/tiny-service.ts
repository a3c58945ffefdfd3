import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
} from "graphql";
import { badInput, CallerError, ErrorCode, Unavailable } from "../../src/common/errors";
import { lineLog } from "../../src/common/log";
import type { AnswerCacheOptions } from "../../src/server/answers/answer-cache";
import { createGraphQLServer, type RequestInfo } from "../../src/server/graphql-server";
import type { HttpTimeouts } from "../../src/server/http-server";
import { startHttpServer } from "../../src/server/http-server";
import type { Readiness } from "../../src/server/watching/readiness";
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
    libraryFault: String
    badOutput: Int
    slow(ms: Int!): String
    agent: String
  }
  type Mutation { touch: Boolean }
`;

export const SECRET = "password=hunter2 in /srv/secret/file.ts";

/** The name of the client of each request; `aborted` counts callers who left. */
export interface TinyContext {
  agent: string | undefined;
  signal: AbortSignal;
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
  agent: (_source, _arguments, { agent }) => agent,
};

/** Starts the tiny service on a free port. `lines` collects its log, `contexts` the context of each request. */
export async function startTinyService(
  options: {
    production?: boolean;
    timeouts?: HttpTimeouts;
    answers?: AnswerCacheOptions;
    readiness?: Readiness;
    slowQueryMs?: number;
  } = {},
) {
  const lines: string[] = [];
  const contexts: TinyContext[] = [];
  const log = lineLog((line) => lines.push(line));
  const createContext = ({ headers, signal }: RequestInfo): TinyContext => {
    if (headers["user-agent"] === "nobody") throw new Error(SECRET);
    const context = { agent: headers["user-agent"], signal };
    contexts.push(context);
    return context;
  };
  const { production = false, timeouts, answers, readiness, slowQueryMs } = options;
  const graphql = createGraphQLServer<TinyContext>({ schema: tinySchema(), createContext, production, log });
  const http = await startHttpServer({
    graphql,
    answers,
    host: "127.0.0.1",
    port: 0,
    log,
    watching: new Watching({ log, slowQueryMs }),
    ...(readiness && { readiness }),
    ...(timeouts && { timeouts }),
  });
  return { graphql, ...http, lines, contexts };
}

export type TinyService = Awaited<ReturnType<typeof startTinyService>>;
