/** Facts that belong to a log line; must not hold secrets. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where the service reports what happens. One call is one line. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/**
 * A log that writes `time LEVEL message {fields as JSON}`. Fields are JSON, and line breaks in the message become
 * spaces, so that text from a caller can never pretend to be a line of its own.
 * @param write receives each line with its line break; standard error if not given
 */
export function lineLog(write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  const at = (level: string) => (message: string, fields?: LogFields) => {
    const tail = fields ? ` ${JSON.stringify(fields)}` : "";
    write(`${new Date().toISOString()} ${level} ${message.replace(/[\r\n]+/g, " ")}${tail}\n`);
  };
  return { info: at("INFO"), warn: at("WARN"), error: at("ERROR") };
}
