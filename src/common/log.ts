import pino from "pino";

/** Facts that belong to a log line; must not hold secrets, nor values of a caller's variables. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where the service reports what happens. One call is one line. */
export interface Log {
  /** Whether lines of debugging are written: making their fields costs something. */
  readonly isDebug?: boolean;
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** `json`: a JSON object for each line; `text`: `time LEVEL message {fields as JSON}`. */
export type LogFormat = "json" | "text";

export interface LogOptions {
  /** Lines below this level are left out; "info" if not given. */
  level?: LogLevel;
  /** Readable on a terminal and JSON elsewhere, if not given. */
  format?: LogFormat;
  /** Receives each line with its line break; standard error if not given. */
  write?: (line: string) => void;
}

/** Fields that are never shown, should they ever get into a line. */
const HIDDEN_FIELDS = ["password", "authorization", "cookie", "variables", "databaseUrl"];
const HIDDEN = "(hidden)";

/** User and password of a URL, which errors of libraries may repeat. */
const CREDENTIALS = /(\b[a-z][\w+.-]*:\/\/)[^\s/@"\\]+@/gi;

/** Makes the log of the service. */
export function createLog({ level = "info", format, write }: LogOptions = {}): Log {
  const out = write ? { write } : pino.destination({ dest: 2, sync: true });
  const isText = (format ?? (process.stderr.isTTY ? "text" : "json")) === "text";
  const logger = pino(
    {
      level,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: HIDDEN_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: HIDDEN },
      hooks: { streamWrite: (line) => line.replace(CREDENTIALS, `$1${HIDDEN}@`) },
    },
    isText ? { write: (line: string) => void out.write(readable(line)) } : out,
  );
  return methods((name) => (message, fields) => logger[name](fields ?? {}, message), level === "debug");
}

/** A log of readable lines. */
export function lineLog(write?: (line: string) => void): Log {
  return createLog({ format: "text", ...(write && { write }) });
}

/** The same log, with fields that stand in every line. */
export function withFields(log: Log, fixed: LogFields): Log {
  return methods((name) => (message, fields) => log[name](message, { ...fixed, ...fields }), log.isDebug);
}

type Method = "debug" | "info" | "warn" | "error";

function methods(at: (name: Method) => Log[Method], isDebug = false): Log {
  return { isDebug, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Line breaks in the message become spaces, so that text from a caller can never pretend to be a line of its own. */
function readable(json: string): string {
  const { time, level, message, pid: _pid, hostname: _hostname, ...fields } = JSON.parse(json);
  const tail = Object.keys(fields).length ? ` ${JSON.stringify(fields)}` : "";
  return `${time} ${String(level).toUpperCase()} ${String(message).replace(/[\r\n]+/g, " ")}${tail}\n`;
}
