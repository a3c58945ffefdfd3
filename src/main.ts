import "reflect-metadata";
import { lineLog } from "./common/log";
import { packageVersion } from "./common/package";
import { type Config, loadConfig } from "./config";
import { contextsOf } from "./graph/context";
import { followRevision } from "./graph/data-revision";
import { openStore } from "./graph/open-store";
import { useReplicas } from "./graph/read-replicas";
import { createSchema } from "./graph/schema";
import { loadDefaultData } from "./importers/default-data";
import { createGraphQLServer } from "./server/graphql-server";
import { startHttpServer } from "./server/http-server";
import { reportInternalError } from "./server/internal-error";
import type { LimiterFactory } from "./server/limits/budget";
import type { Limits } from "./server/limits/limits";
import { readQueryList } from "./server/query-list";
import { RedisMemory } from "./server/shared/redis-memory";
import { SharedAnswers } from "./server/shared/shared-answers";
import { SharedQueries } from "./server/shared/shared-queries";

const GRACE_MS = 10_000;

/** Starts the service: settings, then the store with its data, then the server. Gives what stops it in order. */
async function start(): Promise<() => Promise<void>> {
  const log = lineLog();
  // One request's mistake must not end the others'.
  process.on("unhandledRejection", (error) => void reportInternalError(log, error));
  const config = loadConfig();
  const schema = createSchema();
  const queries = config.queryList ? await readQueryList(config.queryList, schema) : undefined;
  const pooling = { poolSize: config.databasePoolSize, statementTimeoutMs: config.statementTimeoutMs };
  const store = await openStore({ url: config.databaseUrl, dataFolder: config.dataFolder, ...pooling }, log);
  try {
    const loaded = await loadDefaultData(store.dataSource);
    if (loaded) log.info("The default data were loaded.", { rows: loaded.total.created });
    const revision = followRevision(store.dataSource, log);
    const { databaseReplicaUrls: urls } = config;
    const replicas = urls && useReplicas(store.dataSource, revision, { urls, log, ...pooling });
    const createContext = contextsOf(store.dataSource, () => revision.read(), replicas);
    const redis = config.redisUrl ? await RedisMemory.open(config.redisUrl, log) : undefined;
    const graphql = createGraphQLServer({
      schema,
      createContext: ({ work }) => createContext(undefined, work),
      limits: limitsOf(config),
      production: config.nodeEnv === "production",
      executor: config.executor,
      log,
    });
    const answers = config.answerCacheMb
      ? {
          mostBytes: config.answerCacheMb * 1024 * 1024,
          readRevision: () => revision.read(),
          version: packageVersion,
          ...(redis && { shared: new SharedAnswers(redis) }),
        }
      : undefined;
    const http = await startHttpServer({
      graphql,
      answers,
      origins: config.corsOrigins,
      queries,
      sharedQueries: redis && new SharedQueries(redis, graphql.documents),
      budget: budgetOf(config, redis),
      bodyBytes: config.maxBodyBytes,
      host: config.host,
      port: config.port,
      log,
    });
    process.stdout.write(
      `Scoregraph is ready, with its data in ${store.place}.\n  GraphQL     ${http.url}/graphql\n  Playground  ${http.url}/playground\n`,
    );
    return async () => {
      await http.stop(GRACE_MS);
      redis?.close();
      await replicas?.close();
      await revision.close();
      await store.close();
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function limitsOf(config: Config): Limits {
  return {
    cost: config.maxQueryCost,
    depth: config.maxQueryDepth,
    aliases: config.maxQueryAliases,
    directives: config.maxQueryDirectives,
    rootFields: config.maxRootFields,
    tokens: config.maxQueryTokens,
    bodyBytes: config.maxBodyBytes,
    deadlineMs: config.requestDeadlineMs,
  };
}

function budgetOf(config: Config, redis: RedisMemory | undefined) {
  const { rateLimitPoints: pointsPerAddress, apiKeys: keys, trustedProxies } = config;
  if (pointsPerAddress === 0 && !keys) return undefined;
  const limiter: LimiterFactory | undefined = redis && ((options) => redis.limiter(options));
  return {
    pointsPerAddress,
    ...(keys && { keys }),
    ...(trustedProxies && { trustedProxies }),
    ...(limiter && { limiter }),
  };
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
