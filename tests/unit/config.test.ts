import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { ConfigError, loadConfig } from "../../src/config";
import { DEFAULT_LIMITS } from "../../src/server/limits/limits";
import { type Setting, settings } from "../../src/settings";

const root = path.resolve(__dirname, "../..");

const ORIGINS = '"*" for everybody\'s, or origins such as https://example.org, separated by commas';
const PROXIES =
  'a list of addresses and subnets such as 10.0.0.0/8,::1, or of "loopback", "linklocal" and "uniquelocal"';

function problem(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error("the settings were accepted");
}

describe("loadConfig", () => {
  it("has a default for everything but the database's URL, keys, proxies, lists and where traces go", () => {
    expect({ ...loadConfig({}) }).toEqual({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: undefined,
      databaseReplicaUrls: undefined,
      redisUrl: undefined,
      dataFolder: path.join(root, ".scoregraph"),
      databasePoolSize: 16,
      databaseWaitMs: 5_000,
      statementTimeoutMs: 10_000,
      requestDeadlineMs: 20_000,
      maxQueryCost: DEFAULT_LIMITS.cost,
      maxFileCost: DEFAULT_LIMITS.fileCost,
      maxQueryDepth: DEFAULT_LIMITS.depth,
      maxQueryAliases: DEFAULT_LIMITS.aliases,
      maxQueryDirectives: DEFAULT_LIMITS.directives,
      maxRootFields: DEFAULT_LIMITS.rootFields,
      maxQueryTokens: DEFAULT_LIMITS.tokens,
      maxBodyBytes: DEFAULT_LIMITS.bodyBytes,
      rateLimitPoints: 0,
      publicUrl: undefined,
      dataLicence: undefined,
      keptAnswersPerHour: 60,
      keptQueryBytes: 20_000,
      keptAnswerBytes: 1024 * 1024,
      keptAnswersMb: 1024,
      apiKeys: undefined,
      trustedProxies: undefined,
      answerCacheMb: 64,
      executor: "planned",
      corsOrigins: undefined,
      queryList: undefined,
      shutdownDelayMs: 0,
      shutdownGraceMs: 10_000,
      logLevel: "info",
      logFormat: "auto",
      slowQueryMs: 1_000,
      metricsPort: "off",
      metricsHost: "127.0.0.1",
      otelServiceName: "scoregraph",
      otelTracesExporter: undefined,
      otelEndpoint: undefined,
      otelTracesEndpoint: undefined,
      otelSdkDisabled: false,
      nodeEnv: "development",
    });
  });

  it("takes values from the environment and treats empty ones as unset", () => {
    const config = loadConfig({
      PORT: "0",
      HOST: "::1",
      DATABASE_POOL_SIZE: " ",
      DATABASE_URL: "postgresql:///a",
    });
    expect(config).toMatchObject({
      port: 0,
      host: "::1",
      databasePoolSize: 16,
      databaseUrl: "postgresql:///a",
    });
  });

  it("takes origins as a list, or everybody's", () => {
    expect(loadConfig({ CORS_ORIGINS: "https://a.example, http://localhost:3000" }).corsOrigins).toEqual({
      any: false,
      list: new Set(["https://a.example", "http://localhost:3000"]),
    });
    expect(loadConfig({ CORS_ORIGINS: "*" }).corsOrigins).toEqual({ any: true, list: new Set() });
  });

  it("starts relative data folders at the project and keeps absolute ones", () => {
    expect(loadConfig({ DATA_FOLDER: "here/data" }).dataFolder).toBe(path.join(root, "here/data"));
    expect(loadConfig({ DATA_FOLDER: "/var/lib/x" }).dataFolder).toBe("/var/lib/x");
    expect(existsSync(path.join(root, "package.json"))).toBe(true);
  });

  it.each([
    ["PORT", "70000", "a whole number from 0 to 65535"],
    ["PORT", "4e3", "a whole number from 0 to 65535"],
    ["PORT", "-1", "a whole number from 0 to 65535"],
    ["HOST", "http://x", "a host name or an IP address, without port"],
    ["DATABASE_POOL_SIZE", "0", "a whole number from 1 to 500"],
    ["STATEMENT_TIMEOUT_MS", "1.5", "a whole number from 100 to 3600000"],
    ["LOG_LEVEL", "verbose", '"debug", "info", "warn", "error" or "silent"'],
    ["METRICS_PORT", "on", '"off", "same" or a whole number from 0 to 65535'],
    ["OTEL_TRACES_EXPORTER", "zipkin", '"otlp", "console" or "none"'],
    ["NODE_ENV", "staging", '"development", "test" or "production"'],
    ["DATA_FOLDER", "a\0b", "the path of a folder"],
    ["CORS_ORIGINS", "example.org", ORIGINS],
    ["CORS_ORIGINS", "https://example.org/", ORIGINS],
    ["CORS_ORIGINS", "https://example.org:443", ORIGINS],
    ["CORS_ORIGINS", "https://a.example,*", ORIGINS],
    ["CORS_ORIGINS", "null", ORIGINS],
    ["MAX_QUERY_DEPTH", "0", "a whole number from 1 to 200"],
    ["TRUSTED_PROXIES", "10.0.0.0/99", PROXIES],
    ["TRUSTED_PROXIES", "example.org", PROXIES],
  ])("refuses %s=%j and says what is allowed", (name, value, allowed) => {
    expect(problem({ [name]: value })).toBe(`${name}: ${inspect(value)} is not allowed; give ${allowed}.`);
  });

  it("names all wrong settings at once", () => {
    expect(problem({ PORT: "x", NODE_ENV: "y" }).split("\n")).toHaveLength(2);
  });

  it("never shows a secret: not in errors, not when the configuration is printed", () => {
    expect(problem({ DATABASE_URL: "mysql://me:hunter2@host/db" })).not.toContain("hunter2");
    expect(problem({ OTEL_EXPORTER_OTLP_ENDPOINT: "tcp://me:hunter2@host" })).not.toContain("hunter2");
    const config = loadConfig({ DATABASE_URL: "postgres://me:hunter2@host/db" });
    expect(config.databaseUrl).toContain("hunter2");
    const replicas = { DATABASE_REPLICA_URLS: "postgres://a/b,http://me:hunter2@host/db" };
    expect(problem(replicas)).not.toContain("hunter2");
    expect(problem({ REDIS_URL: "http://me:hunter2@host" })).not.toContain("hunter2");
    expect(inspect(config) + JSON.stringify(config)).not.toContain("hunter2");
    expect(JSON.parse(JSON.stringify(config))).toMatchObject({ port: 4000, databaseUrl: "(hidden)" });
  });

  it("takes a list of replicas", () => {
    const { databaseReplicaUrls } = loadConfig({ DATABASE_REPLICA_URLS: "postgres://a/x, postgres://b/x" });
    expect(databaseReplicaUrls).toEqual(["postgres://a/x", "postgres://b/x"]);
  });

  it("keeps API keys as hashes only, and refuses ones that can be guessed", () => {
    const key = "a-key-that-is-long-enough";
    const config = loadConfig({ API_KEYS: ` ${key}:500, ${key}2:7 ` });
    expect([...(config.apiKeys?.values() ?? [])]).toEqual([500, 7]);
    expect([...(config.apiKeys?.keys() ?? [])].join()).toMatch(/^[0-9a-f]{64},[0-9a-f]{64}$/);
    expect(inspect(config) + JSON.stringify(config)).not.toContain(key);
    for (const wrong of ["short:5", `${key}:0`, key, `${key}:5;${key}2:7`]) {
      expect(problem({ API_KEYS: wrong })).toMatch(/^API_KEYS: its value \(not shown\) is not allowed/);
    }
  });

  it("is frozen", () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });
});

/** The file as it follows from the table: every setting, switched off, with its default where it has one. */
function exampleFile(): string {
  const entries = Object.values<Setting<unknown>>(settings).map(
    ({ name, default: preset = "", allowed, help }) =>
      `# ${help}\n# Allowed: ${allowed}.\n#${name}=${preset}\n`,
  );
  const head = "# Settings, with their defaults. docs/configuration.md says more.\n";
  return [head, ...entries].join("\n");
}

describe("the table of settings", () => {
  const rows: Setting<unknown>[] = Object.values(settings);

  it("is that of .env.example", () => {
    const file = path.join(root, ".env.example");
    if (process.env.WRITE_EXAMPLE) writeFileSync(file, exampleFile());
    expect(readFileSync(file, "utf8")).toBe(exampleFile());
  });

  it("has an example that is read as the defaults", () => {
    const lines = readFileSync(path.join(root, ".env.example"), "utf8").matchAll(/^#([A-Z_]+)=(.*)$/gm);
    const env = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    expect(Object.keys(env)).toHaveLength(rows.length);
    expect({ ...loadConfig(env) }).toEqual({ ...loadConfig({}) });
  });

  it("names each variable once, with help and a default that is allowed", () => {
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.help).toMatch(/\.$/);
      if (row.default !== undefined) expect(row.parse(row.default)).toBeDefined();
    }
  });
});
