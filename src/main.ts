import "reflect-metadata";
import { setTimeout as sleep } from "node:timers/promises";
import { keepHeapSmall } from "./common/heap";
import { createLog, type Log } from "./common/log";
import { explorerFolder, packageVersion } from "./common/package";
import { type Config, loadConfig } from "./config";
import { endThreads, onThreadError } from "./exporters/figures/threads";
import { answersOf } from "./graph/answers/answer-source";
import { contextsOf } from "./graph/context";
import { followRevision } from "./graph/data-revision";
import { exportsOf } from "./graph/exports/export-source";
import type { KeepingOptions } from "./graph/keeping";
import { type OpenStore, openStore } from "./graph/open-store";
import { poolFigures } from "./graph/pool-figures";
import { useReplicas } from "./graph/read-replicas";
import { createSchema } from "./graph/schema";
import { loadDefaultData } from "./importers/default-data";
import { createGraphQLServer } from "./server/graphql-server";
import { type RunningHttpServer, startHttpServer } from "./server/http-server";
import { reportInternalError } from "./server/internal-error";
import type { LimiterFactory } from "./server/limits/budget";
import type { Limits } from "./server/limits/limits";
import { readQueryList } from "./server/query-list";
import type { RedisMemory } from "./server/shared/redis-memory";
import { SharedAnswers } from "./server/shared/shared-answers";
import { SharedQueries } from "./server/shared/shared-queries";
import { startMetricsServer } from "./server/watching/metrics-server";
import { Readiness } from "./server/watching/readiness";
import { startWatching } from "./watching/start-watching";

/** The last traces may take so long to be sent. */
const LAST_TRACES_MS = 1_000;

/** Starts the service: settings, then the server, then the store with its data. Gives what stops it in order. */
async function start(): Promise<() => Promise<void>> {
  keepHeapSmall();
  const config = loadConfig();
  const { logLevel: level, logFormat } = config;
  const log = createLog({ level, ...(logFormat !== "auto" && { format: logFormat }) });
  // One request's mistake must not end the others'.
  process.on("unhandledRejection", (error) => void reportInternalError(log, error));
  const schema = createSchema();
  const queries = config.queryList ? await readQueryList(config.queryList, schema) : undefined;
  const readiness = new Readiness();
  const closing: (() => Promise<unknown> | undefined)[] = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  let http: RunningHttpServer | undefined;
  onThreadError((error) => reportInternalError(log, error));
  closing.push(endThreads);
  try {
    let store: OpenStore | undefined;
    closing.push(() => store?.close());
    let revision: ReturnType<typeof followRevision> | undefined;
    closing.push(() => revision?.close());
    let replicas: ReturnType<typeof useReplicas> | undefined;
    closing.push(() => replicas?.close());
    const redis = await openRedis(config, log);
    closing.push(async () => redis?.close());
    const figures = { pool: () => poolFigures(store?.dataSource), cache: () => http?.answers };
    const { metrics, tracing, watching } = startWatching(watchingSettings(config), figures, log);
    closing.push(() => tracing?.stop(LAST_TRACES_MS));
    if (metrics && typeof config.metricsPort === "number") {
      const { metricsHost: host, metricsPort: port } = config;
      const server = await startMetricsServer({ host, port, metrics, readiness });
      closing.push(() => server.stop());
      log.info("Metrics are served.", { url: `${server.url}/metrics` });
    }
    const readRevision = () => opened(revision).read();
    let createContext: ReturnType<typeof contextsOf> | undefined;
    let settings = "";
    // It listens before the store is open, which may have to be migrated: whoever asks is told so.
    const graphql = createGraphQLServer({
      schema,
      createContext: ({ watch, work, queries }) =>
        opened(createContext)((text, timing) => watch?.statement(text, timing), work, queries),
      limits: limitsOf(config),
      production: config.nodeEnv === "production",
      executor: config.executor,
      log,
    });
    http = await startHttpServer({
      graphql,
      answers: config.answerCacheMb
        ? {
            mostBytes: config.answerCacheMb * 1024 * 1024,
            readRevision,
            version: packageVersion,
            settings: () => settings,
            ...(redis && { shared: new SharedAnswers(redis) }),
          }
        : undefined,
      origins: config.corsOrigins,
      queries,
      sharedQueries: redis && new SharedQueries(redis, graphql.documents),
      budget: budgetOf(config, redis),
      keepingLimit: keepingLimitOf(config, redis),
      bodyBytes: config.maxBodyBytes,
      host: config.host,
      port: config.port,
      log,
      watching,
      readiness,
      metrics: config.metricsPort === "same" ? metrics : undefined,
      explorerFolder,
      exports: exportsOf(schema, () => opened(store).dataSource, readRevision, {
        licence: config.dataLicence ?? null,
        isNewer: () => opened(store).isNewer,
      }),
      keptAnswers: answersOf(() => opened(store).dataSource, { publicUrl: publicUrlOf(config) }),
    });
    const { url, stop } = http;
    closing.push(() => stop(config.shutdownGraceMs));
    store = await openStoreOf(config, log);
    revision = followRevision(store.dataSource, log);
    await revision.read();
    replicas = replicasOf(config, store, revision, log);
    const keeping = keepingOptions(config, store);
    settings = settingsTold(keeping);
    createContext = contextsOf(store.dataSource, readRevision, replicas, keeping);
    readiness.open(readRevision);
    process.stdout.write(
      `Scoregraph is ready, with its data in ${store.place}.\n  Explorer    ${url}/\n  GraphQL     ${url}/graphql\n  Playground  ${url}/playground\n`,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return async () => {
    readiness.drain();
    http?.announceStop();
    await sleep(config.shutdownDelayMs);
    await close();
  };
}

async function openStoreOf(config: Config, log: Log): Promise<OpenStore> {
  const { databaseUrl: url, dataFolder } = config;
  const store = await openStore({ url, dataFolder, ...poolingOf(config) }, log);
  try {
    const loaded = await loadDefaultData(store.dataSource);
    if (loaded) log.info("The default data were loaded.", { rows: loaded.total.created });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Its client, of hundreds of files, is loaded only where there is a Redis. */
async function openRedis({ redisUrl }: Config, log: Log): Promise<RedisMemory | undefined> {
  if (!redisUrl) return undefined;
  const { RedisMemory } =
    require("./server/shared/redis-memory") as typeof import("./server/shared/redis-memory");
  return RedisMemory.open(redisUrl, log);
}

function poolingOf(config: Config) {
  return {
    poolSize: config.databasePoolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    waitMs: config.databaseWaitMs,
  };
}

function replicasOf(
  config: Config,
  { dataSource }: OpenStore,
  revision: ReturnType<typeof followRevision>,
  log: Log,
) {
  const { databaseReplicaUrls: urls } = config;
  return urls && useReplicas(dataSource, revision, { urls, log, ...poolingOf(config) });
}

function limitsOf(config: Config): Limits {
  return {
    cost: config.maxQueryCost,
    fileCost: config.maxFileCost,
    depth: config.maxQueryDepth,
    aliases: config.maxQueryAliases,
    directives: config.maxQueryDirectives,
    rootFields: config.maxRootFields,
    tokens: config.maxQueryTokens,
    bodyBytes: config.maxBodyBytes,
    deadlineMs: config.requestDeadlineMs,
  };
}

/** As addresses go on from it. */
function publicUrlOf({ publicUrl }: Config): string | undefined {
  return publicUrl?.replace(/\/+$/, "");
}

/** An older program does not know what a newer one would keep. */
function keepingOptions(config: Config, { isNewer }: OpenStore): KeepingOptions {
  const { keptAnswersPerHour, keptQueryBytes, keptAnswerBytes, keptAnswersMb } = config;
  // Where only listed queries are answered, nothing is kept: no mutation is among them.
  const isOpen = keptAnswersPerHour > 0 && !isNewer && !config.queryList;
  return {
    publicUrl: publicUrlOf(config),
    limits: isOpen
      ? {
          queryBytes: keptQueryBytes,
          answerBytes: keptAnswerBytes,
          allBytes: keptAnswersMb * 1024 * 1024,
        }
      : null,
  };
}

/** What answers say of how the service is set. */
function settingsTold({ publicUrl, limits }: KeepingOptions): string {
  return JSON.stringify([publicUrl ?? null, limits !== null]);
}

function keepingLimitOf(config: Config, redis: RedisMemory | undefined) {
  return { perHour: config.keptAnswersPerHour, ...clientsOf(config, redis) };
}

function budgetOf(config: Config, redis: RedisMemory | undefined) {
  const { rateLimitPoints: pointsPerAddress, apiKeys } = config;
  if (pointsPerAddress === 0 && !apiKeys) return undefined;
  return { pointsPerAddress, ...clientsOf(config, redis) };
}

/** How clients are told apart, and where what they have had is counted. */
function clientsOf({ apiKeys: keys, trustedProxies }: Config, redis: RedisMemory | undefined) {
  const limiter: LimiterFactory | undefined = redis && ((options) => redis.limiter(options));
  return {
    ...(keys && { keys }),
    ...(trustedProxies && { trustedProxies }),
    ...(limiter && { limiter }),
  };
}

function watchingSettings(config: Config) {
  return {
    hasMetrics: config.metricsPort !== "off",
    slowQueryMs: config.slowQueryMs,
    serviceName: config.otelServiceName,
    serviceVersion: packageVersion,
    otelDisabled: config.otelSdkDisabled,
    otelTracesExporter: config.otelTracesExporter,
    otelEndpoints: [config.otelEndpoint, config.otelTracesEndpoint],
  };
}

function opened<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("The store is not open yet.");
  return thing;
}

/** Starts the service, and stops it in order on Ctrl-C and SIGTERM. Rejects when it cannot start. */
export async function serve(): Promise<void> {
  let stopping = false;
  const starting = start();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means: now.
      if (stopping) process.exit(130);
      stopping = true;
      starting
        .then((stop) => stop())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
  await starting;
}
