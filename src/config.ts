import { inspect } from "node:util";
import { type Setting, settings } from "./settings";

type Settings = typeof settings;
type Value<S> = S extends Setting<infer T> ? T : never;

/** Settings that may have no value. */
type Optional =
  | "databaseUrl"
  | "databaseReplicaUrls"
  | "redisUrl"
  | "apiKeys"
  | "trustedProxies"
  | "corsOrigins"
  | "queryList"
  | "otelTracesExporter"
  | "otelEndpoint"
  | "otelTracesEndpoint";

/** The parsed settings. */
export type Config = Readonly<
  { [K in Exclude<keyof Settings, Optional>]: Value<Settings[K]> } & {
    [K in Optional]: Value<Settings[K]> | undefined;
  }
>;

/** One or more settings have values that are not allowed. The message is meant for the operator. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads all settings at once. The result is frozen, and does not show its secrets when printed.
 * @throws ConfigError naming every wrong setting and what is allowed
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    const text = env[setting.name]?.trim() || setting.default;
    values[key] = text === undefined ? undefined : setting.parse(text);
    if (text !== undefined && values[key] === undefined) {
      const given = setting.secret ? "its value (not shown)" : inspect(text);
      problems.push(`${setting.name}: ${given} is not allowed; give ${setting.allowed}.`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return Object.freeze(hideSecrets(values)) as Config;
}

function hideSecrets(values: Record<string, unknown>): Record<string, unknown> {
  const shown = () =>
    Object.fromEntries(
      Object.entries<Setting<unknown>>(settings).map(([key, setting]) => [
        key,
        setting.secret && values[key] !== undefined ? "(hidden)" : values[key],
      ]),
    );
  return Object.defineProperties(values, { toJSON: { value: shown }, [inspect.custom]: { value: shown } });
}
