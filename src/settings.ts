import path from "node:path";
import { type ApiKeys, parseApiKeys } from "./common/api-keys";
import { type LogLevel, logLevels } from "./common/log";
import { type Origins, parseOrigins } from "./common/origins";
import { packageFolder } from "./common/package";
import { everyOne, hostName, httpUrl, postgresUrl, wholeNumber } from "./common/setting-kinds";
import { parseProxies, type TrustedProxies } from "./common/trusted-proxies";

/** One setting: a row of the table below. `T` is the type of its value after parsing. */
export interface Setting<T> {
  /** Name of the environment variable. */
  readonly name: string;
  /** Text that is parsed when the variable is unset or empty; undefined: the setting then has no value. */
  readonly default: string | undefined;
  /** What the setting does, with its unit. */
  readonly help: string;
  /** What is allowed, in words; stands in the error about a wrong value. */
  readonly allowed: string;
  /** The value must never be shown, neither in errors nor in logs. */
  readonly secret?: true;
  /** Text to value; undefined when the text is not allowed. */
  readonly parse: (text: string) => T | undefined;
}

/** Every setting of the service, by its name in `Config`. The documentation lists the same. */
export const settings = {
  port: {
    name: "PORT",
    default: "4000",
    help: "TCP port of the HTTP server; 0 takes any free port.",
    ...wholeNumber(0, 65_535),
  },
  host: {
    name: "HOST",
    default: "127.0.0.1",
    help: "Address the HTTP server listens on; 0.0.0.0 listens on every IPv4 address of the machine.",
    ...hostName(),
  },
  databaseUrl: {
    name: "DATABASE_URL",
    default: undefined,
    help: "URL of a PostgreSQL database (15 to 18). Unset: the service runs a PostgreSQL of its own.",
    allowed: "a URL such as postgres://user:password@host:5432/database",
    secret: true,
    parse: postgresUrl,
  } as Setting<string>,
  databaseReplicaUrls: {
    name: "DATABASE_REPLICA_URLS",
    default: undefined,
    help: "URLs of streaming replicas of the database, from which is read what they have already.",
    allowed: "a list of URLs such as postgres://user:password@host:5432/database, separated by commas",
    secret: true,
    parse: (text) => everyOne(text.split(","), postgresUrl),
  } as Setting<readonly string[]>,
  redisUrl: {
    name: "REDIS_URL",
    default: undefined,
    help: "URL of a Redis by which processes share answers, persisted queries and what clients have spent.",
    allowed: "a URL such as redis://user:password@host:6379/0, or rediss:// for TLS",
    secret: true,
    parse: (text) => (URL.canParse(text) && /^rediss?:\/\/[^/]/i.test(text) ? text : undefined),
  } as Setting<string>,
  dataFolder: {
    name: "DATA_FOLDER",
    default: ".scoregraph",
    help: "Folder of the service's own PostgreSQL; a relative path starts at the project's folder.",
    allowed: "the path of a folder",
    parse: (text) => (text.includes("\0") ? undefined : path.resolve(packageFolder, text)),
  } as Setting<string>,
  databasePoolSize: {
    name: "DATABASE_POOL_SIZE",
    default: "16",
    help: "Largest number of connections to the database that one process keeps open.",
    ...wholeNumber(1, 500),
  },
  databaseWaitMs: {
    name: "DATABASE_WAIT_MS",
    default: "5000",
    help: "Milliseconds that a statement waits for a connection to the database; then the request is answered 503.",
    ...wholeNumber(100, 600_000),
  },
  statementTimeoutMs: {
    name: "STATEMENT_TIMEOUT_MS",
    default: "10000",
    help: "Milliseconds after which the database cancels a single SQL statement.",
    ...wholeNumber(100, 3_600_000),
  },
  requestDeadlineMs: {
    name: "REQUEST_DEADLINE_MS",
    default: "20000",
    help: "Milliseconds after which a request is given up and its SQL statements are cancelled.",
    ...wholeNumber(100, 3_600_000),
  },
  maxQueryCost: {
    name: "MAX_QUERY_COST",
    default: "10000",
    help: "Most points that one query may cost.",
    ...wholeNumber(1, 1_000_000_000),
  },
  maxFileCost: {
    name: "MAX_FILE_COST",
    default: "500000",
    help: "Most points that one file may cost, which is read page by page: 45,000 rows of submissions.",
    ...wholeNumber(1, 1_000_000_000),
  },
  maxQueryDepth: {
    name: "MAX_QUERY_DEPTH",
    default: "20",
    help: "Most levels of fields within each other; GraphiQL needs 15.",
    ...wholeNumber(1, 200),
  },
  maxQueryAliases: {
    name: "MAX_QUERY_ALIASES",
    default: "200",
    help: "Most aliases in one query.",
    ...wholeNumber(0, 100_000),
  },
  maxQueryDirectives: {
    name: "MAX_QUERY_DIRECTIVES",
    default: "100",
    help: "Most directives in one query.",
    ...wholeNumber(0, 100_000),
  },
  maxRootFields: {
    name: "MAX_ROOT_FIELDS",
    default: "100",
    help: "Most fields at the outermost level of one query.",
    ...wholeNumber(1, 100_000),
  },
  maxQueryTokens: {
    name: "MAX_QUERY_TOKENS",
    default: "15000",
    help: "Most words and signs in one query.",
    ...wholeNumber(100, 1_000_000),
  },
  maxBodyBytes: {
    name: "MAX_BODY_BYTES",
    default: "262144",
    help: "Largest body of a request, in bytes.",
    ...wholeNumber(1_024, 8_388_608),
  },
  rateLimitPoints: {
    name: "RATE_LIMIT_POINTS",
    default: "0",
    help: "Points that one address may spend in a minute; 0 sets no limit.",
    ...wholeNumber(0, 1_000_000_000),
  },
  apiKeys: {
    name: "API_KEYS",
    default: undefined,
    help: "Keys that callers send as `X-API-Key`, each with the points that it may spend in a minute.",
    allowed: "a list such as KEY:60000,OTHER:1000, keys of 16 to 200 letters, digits, - and _",
    secret: true,
    parse: parseApiKeys,
  } as Setting<ApiKeys>,
  publicUrl: {
    name: "PUBLIC_URL",
    default: undefined,
    help: "URL at which everybody reaches the service; stands in what is cited. Unset: citations name no address.",
    ...httpUrl(),
    allowed: "a URL such as https://scoregraph.example.org",
  } as Setting<string>,
  dataLicence: {
    name: "DATA_LICENCE",
    default: undefined,
    help: "Licence of the data as a whole, by name or in a sentence; stands in exports. Unset: they say that none was stated.",
    allowed: "any text",
    parse: (text) => text,
  } as Setting<string>,
  keptAnswersPerHour: {
    name: "KEPT_ANSWERS_PER_HOUR",
    default: "60",
    help: "Answers that one client may keep in an hour, to be cited; 0 lets nobody keep any.",
    ...wholeNumber(0, 1_000_000),
  },
  keptQueryBytes: {
    name: "KEPT_QUERY_BYTES",
    default: "20000",
    help: "Largest query that is kept with its answer, with its variables, in bytes.",
    ...wholeNumber(100, 200_000),
  },
  keptAnswerBytes: {
    name: "KEPT_ANSWER_BYTES",
    default: "1048576",
    help: "Largest answer that is kept, in bytes of JSON.",
    ...wholeNumber(100, 100_000_000),
  },
  keptAnswersMb: {
    name: "KEPT_ANSWERS_MB",
    default: "1024",
    help: "Megabytes that all kept answers may take in the database; then no more are kept.",
    ...wholeNumber(1, 1_000_000),
  },
  trustedProxies: {
    name: "TRUSTED_PROXIES",
    default: undefined,
    help: "Proxies whose `X-Forwarded-For` is believed; none when not given.",
    allowed:
      'a list of addresses and subnets such as 10.0.0.0/8,::1, or of "loopback", "linklocal" and "uniquelocal"',
    parse: parseProxies,
  } as Setting<TrustedProxies>,
  answerCacheMb: {
    name: "ANSWER_CACHE_MB",
    default: "64",
    help: "Megabytes of memory for answers that are given again as long as the data are the same; 0 keeps none.",
    ...wholeNumber(0, 100_000),
  },
  executor: {
    name: "EXECUTOR",
    default: "planned",
    help: "What executes queries: the service's own executor, or the slower one of graphql-js; the answers are the same.",
    allowed: '"planned" or "standard"',
    parse: (text) => (["planned", "standard"] as const).find((name) => name === text),
  } as Setting<"planned" | "standard">,
  corsOrigins: {
    name: "CORS_ORIGINS",
    default: undefined,
    help: "Whose pages may call the service from a browser and read its answers. Unset: only its own.",
    allowed: '"*" for everybody\'s, or origins such as https://example.org, separated by commas',
    parse: parseOrigins,
  } as Setting<Origins>,
  queryList: {
    name: "QUERY_LIST",
    default: undefined,
    help: "JSON file of the only queries that are answered: an object of id and text, or a manifest of Apollo. Unset: all queries are.",
    allowed: "the path of a file",
    parse: (text) => (text.includes("\0") ? undefined : path.resolve(packageFolder, text)),
  } as Setting<string>,
  shutdownDelayMs: {
    name: "SHUTDOWN_DELAY_MS",
    default: "0",
    help: "Milliseconds after SIGTERM during which /readyz says 503 and all else is still answered, so that a load balancer can notice.",
    ...wholeNumber(0, 600_000),
  },
  shutdownGraceMs: {
    name: "SHUTDOWN_GRACE_MS",
    default: "10000",
    help: "Milliseconds after that during which running requests may finish; then they are cut off.",
    ...wholeNumber(0, 600_000),
  },
  logLevel: {
    name: "LOG_LEVEL",
    default: "info",
    help: "Least level of what is logged; at debug, a line for each request.",
    allowed: '"debug", "info", "warn", "error" or "silent"',
    parse: (text) => logLevels.find((level) => level === text),
  } as Setting<LogLevel>,
  logFormat: {
    name: "LOG_FORMAT",
    default: "auto",
    help: "How log lines are written to standard error: as JSON or as readable text; auto is text on a terminal and JSON elsewhere.",
    allowed: '"auto", "json" or "text"',
    parse: (text) => (["auto", "json", "text"] as const).find((format) => format === text),
  } as Setting<"auto" | "json" | "text">,
  slowQueryMs: {
    name: "SLOW_QUERY_MS",
    default: "1000",
    help: "Requests that take so many milliseconds or more are logged with the statements that took longest; 0 logs none.",
    ...wholeNumber(0, 3_600_000),
  },
  metricsPort: {
    name: "METRICS_PORT",
    default: "off",
    help: "Where Prometheus reads /metrics: on a port of its own (0 takes any free one), with /healthz and /readyz; on the public port with same; nowhere with off.",
    allowed: '"off", "same" or a whole number from 0 to 65535',
    parse: (text) => (text === "off" || text === "same" ? text : wholeNumber(0, 65_535).parse(text)),
  } as Setting<"off" | "same" | number>,
  metricsHost: {
    name: "METRICS_HOST",
    default: "127.0.0.1",
    help: "Address that the port of METRICS_PORT listens on.",
    ...hostName(),
  },
  otelServiceName: {
    name: "OTEL_SERVICE_NAME",
    default: "scoregraph",
    help: "Name of the service in traces.",
    allowed: "any text",
    parse: (text) => text,
  } as Setting<string>,
  otelTracesExporter: {
    name: "OTEL_TRACES_EXPORTER",
    default: undefined,
    help: "What traces are sent by; otlp, if only an address is given.",
    allowed: '"otlp", "console" or "none"',
    parse: (text) => (["otlp", "console", "none"] as const).find((name) => name === text),
  } as Setting<"otlp" | "console" | "none">,
  otelEndpoint: {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    default: undefined,
    help: "Address of a collector of OpenTelemetry, to which traces are sent at /v1/traces; unset, there are none.",
    ...httpUrl(),
    secret: true,
  } as Setting<string>,
  otelTracesEndpoint: {
    name: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    default: undefined,
    help: "The same with its path, for traces alone.",
    ...httpUrl(),
    secret: true,
  } as Setting<string>,
  otelSdkDisabled: {
    name: "OTEL_SDK_DISABLED",
    default: "false",
    help: "Sends no traces, whatever else is set.",
    allowed: '"true" or "false"',
    parse: (text) => ({ true: true, false: false })[text],
  } as Setting<boolean>,
  nodeEnv: {
    name: "NODE_ENV",
    default: "development",
    help: "Kind of run; in production, errors no longer suggest names of the schema.",
    allowed: '"development", "test" or "production"',
    parse: (text) => (["development", "test", "production"] as const).find((kind) => kind === text),
  } as Setting<"development" | "test" | "production">,
} satisfies Record<string, Setting<unknown>>;
