import { createServer, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { AnswerSource } from "../common/answer-source";
import type { ExportSource } from "../common/export-source";
import type { Log } from "../common/log";
import type { Origins } from "../common/origins";
import type { Metrics } from "../watching/metrics/metrics";
import { Watching } from "../watching/watching";
import { AnswerCache, type AnswerCacheOptions } from "./answers/answer-cache";
import { createDrain } from "./drain";
import { createExplorer } from "./explorer";
import type { GraphQLServer } from "./graphql-server";
import { statusOf } from "./http/error-status";
import { MEDIA_TYPES } from "./http/media-type";
import { Budget, type BudgetOptions } from "./limits/budget";
import { KeepingLimit, type KeepingLimitOptions } from "./limits/keeping-limit";
import { DEFAULT_LIMITS } from "./limits/limits";
import { listen, urlOf } from "./listen";
import { createPlayground } from "./playground";
import type { QueryList } from "./query-list";
import { errorBody } from "./respond";
import { createRouter } from "./router";
import type { SharedQueries } from "./shared/shared-queries";
import { Readiness } from "./watching/readiness";

/** How long a caller may take, in milliseconds. */
export interface HttpTimeouts {
  /** From the start of a request until its headers are there. */
  headers: number;
  /** From the start of a request until its whole body is there. */
  request: number;
  /** From the end of an answer until its reader has taken it. */
  reading: number;
  /** How long an idle connection stays open for the next request. */
  keepAlive: number;
}

const NO_ORIGINS: Origins = { any: false, list: new Set() };

const TIMEOUTS: HttpTimeouts = { headers: 10_000, request: 20_000, reading: 60_000, keepAlive: 10_000 };

export interface HttpServerOptions {
  graphql: GraphQLServer;
  /** Keeps answers; when not given, every request is executed. */
  answers?: AnswerCacheOptions;
  /** Whose pages may call; nobody else's but the service's own if not given. */
  origins?: Origins;
  /** The only queries that are answered; when not given, all are. */
  queries?: QueryList;
  /** Persisted queries that other processes were sent; when not given, only one's own are known. */
  sharedQueries?: SharedQueries;
  /** What clients may spend in a minute; when not given, as much as they like. */
  budget?: Omit<BudgetOptions, "log">;
  /** How many answers clients may keep; as many as they like, when not given. */
  keepingLimit?: Omit<KeepingLimitOptions, "log">;
  /** Largest body of a request; the default when not given. */
  bodyBytes?: number;
  /** Host name or IP address to listen on. */
  host: string;
  /** TCP port; 0 takes any free one. */
  port: number;
  log: Log;
  timeouts?: Partial<HttpTimeouts>;
  /** Follows each request; only by an id when not given. */
  watching?: Watching;
  /** Whether requests can be answered; always, when not given. */
  readiness?: Readiness;
  /** Shown at /metrics when given. */
  metrics?: Metrics | undefined;
  /** Gives lists as files; none when not given. */
  exports?: ExportSource | undefined;
  /** Gives answers that were kept; none when not given. */
  keptAnswers?: AnswerSource | undefined;
  /** Folder that the explorer was built into; when not given or empty, `/` leads to the playground. */
  explorerFolder?: string;
}

export interface RunningHttpServer {
  /** Where the service can be reached, without a path: `http://127.0.0.1:4000`. */
  url: string;
  /** Kept answers, if any are kept. */
  answers: AnswerCache | undefined;
  /** Still answers everything, but closes each connection after its answer: it is about to stop. */
  announceStop(): void;
  /**
   * Stops listening, lets running requests finish for up to `graceMs` milliseconds, then stops GraphQL too.
   * Resolves to false when requests had to be cut off.
   */
  stop(graceMs: number): Promise<boolean>;
}

/**
 * Starts GraphQL and listens.
 * @throws Error with a message for the operator when the address cannot be used
 */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  const { graphql, answers, origins = NO_ORIGINS, queries, log } = options;
  const { budget, keepingLimit, bodyBytes = DEFAULT_LIMITS.bodyBytes } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const server = createServer({
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    // How often node looks for requests that are too slow.
    connectionsCheckingInterval: Math.min(1_000, timeouts.headers, timeouts.request),
  });
  const drain = createDrain(server);
  const kept = answers && new AnswerCache(graphql, answers);
  const { watching = new Watching({ log }), readiness = alwaysReady(), metrics } = options;
  const route = createRouter({
    graphql,
    answers: kept,
    origins,
    queries,
    shared: options.sharedQueries,
    budget: budget && new Budget({ ...budget, log }),
    keepingLimit: keepingLimit && new KeepingLimit({ ...keepingLimit, log }),
    maxBodyBytes: bodyBytes,
    watching,
    readiness,
    metrics,
    exports: options.exports,
    keptAnswers: options.keptAnswers,
    playground: createPlayground(),
    explorer: options.explorerFolder ? createExplorer(options.explorerFolder) : undefined,
    log,
  });
  const latest = new WeakMap<Duplex, ServerResponse>();
  server.on("request", (request, response) => {
    cutSlowReader(response, timeouts.reading);
    latest.set(request.socket, response);
    void route(request, response);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const response = latest.get(socket);
    const isAnswering = response?.headersSent && !response.writableFinished;
    if (isAnswering || !socket.writable || error.code === "ECONNRESET") socket.destroy();
    else answerBrokenRequest(error, socket);
  });
  const { host, port } = options;
  await listen(server, { host, port, variables: { host: "HOST", port: "PORT" } });
  await graphql.start();
  let stopping: Promise<boolean> | undefined;
  const stop = async (graceMs: number) => {
    const complete = await drain.stop(graceMs);
    await graphql.stop();
    return complete;
  };
  return {
    url: urlOf(server),
    answers: kept,
    announceStop: drain.announce,
    stop: (graceMs) => (stopping ??= stop(graceMs)),
  };
}

function alwaysReady(): Readiness {
  const readiness = new Readiness();
  readiness.open(async () => {});
  return readiness;
}

/** Ends the connection of a reader who takes an answer too slowly: until it is taken, it lies in memory. */
function cutSlowReader(response: ServerResponse, mostMs: number): void {
  response.once("prefinish", () => {
    const { socket } = response;
    if (!socket?.writableLength) return;
    const timer = setTimeout(() => socket.destroy(), mostMs);
    response.once("close", () => clearTimeout(timer));
  });
}

/** Answers what node could not read as an HTTP request, in the shape of all other errors. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  const [code, message] =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? (["REQUEST_TIMEOUT", "The request did not arrive in time."] as const)
      : error.code === "HPE_HEADER_OVERFLOW"
        ? ([
            "HEADERS_TOO_LARGE",
            "The headers of the request are too large. Send long queries by POST.",
          ] as const)
        : (["BAD_REQUEST", "This is not a valid HTTP request."] as const);
  const status = statusOf(code, MEDIA_TYPES[0]);
  const body = errorBody(code, message);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
