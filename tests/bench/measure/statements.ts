import { Client } from "pg";
import type { BenchPostgres } from "../servers/postgres";

const WAIT_LIMIT_MS = 10_000;

/** Counts the statements that reach the database, whoever sends them: Postgres itself logs them for that time. */
export class StatementWatch {
  private constructor(
    private readonly postgres: BenchPostgres,
    private readonly client: Client,
  ) {}

  static async open(postgres: BenchPostgres, databaseUrl: string): Promise<StatementWatch> {
    const client = new Client({ connectionString: databaseUrl, application_name: "bench" });
    await client.connect();
    return new StatementWatch(postgres, client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Runs one thing after the other, and gives for each the texts of the statements that others sent meanwhile. */
  async during(works: (() => Promise<unknown>)[]): Promise<string[][]> {
    const reader = new LogReader();
    const stop = this.postgres.listen((line) => reader.read(line));
    try {
      await this.setLogging("all");
      const sent: string[][] = [];
      for (const work of works) {
        reader.take();
        await work();
        const marker = `end of watch ${Math.random()}`;
        const seen = reader.waitFor(marker);
        await this.client.query(`SELECT '${marker}'`);
        await within(seen, WAIT_LIMIT_MS);
        sent.push(reader.take());
      }
      return sent;
    } finally {
      stop();
      await this.setLogging("none");
    }
  }

  private async setLogging(what: "all" | "none"): Promise<void> {
    await this.client.query(`ALTER SYSTEM SET log_statement = '${what}'`);
    await this.client.query("SELECT pg_reload_conf()");
    // Other sessions take the setting over before their next statement, soon after this one does.
    while ((await this.client.query("SHOW log_statement")).rows[0].log_statement !== what) await pause(10);
    await pause(50);
  }
}

/** Reads the log of Postgres line by line: a statement may have several. */
class LogReader {
  private statements: string[] = [];
  private ofOthers = false;
  private marker = "";
  private onMarker = () => {};

  read(line: string): void {
    const [, application, rest] = /^@(.*?)@ (.*)$/.exec(line) ?? [];
    if (application === undefined) {
      if (this.ofOthers) this.statements[this.statements.length - 1] += `\n${line}`;
      return;
    }
    const text = /^LOG: {2}(?:statement|execute [^:]*): (.*)$/.exec(rest)?.[1];
    this.ofOthers = text !== undefined && application !== "bench";
    if (this.ofOthers) this.statements.push(text as string);
    if (this.marker && rest.includes(this.marker)) this.onMarker();
  }

  /** Gives the statements of others since the last time. */
  take(): string[] {
    this.ofOthers = false;
    return this.statements.splice(0);
  }

  waitFor(marker: string): Promise<void> {
    this.marker = marker;
    return new Promise((resolve) => {
      this.onMarker = resolve;
    });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function within(promise: Promise<void>, milliseconds: number): Promise<void> {
  const late = pause(milliseconds).then(() => {
    throw new Error("The log of Postgres did not show the statements in time.");
  });
  await Promise.race([promise, late]);
}
