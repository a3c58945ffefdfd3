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

  /** Runs something, and gives the texts of the statements that others sent meanwhile. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    const statements: string[] = [];
    const marker = `end of watch ${Math.random()}`;
    let seen = () => {};
    const end = new Promise<void>((resolve) => {
      seen = resolve;
    });
    let ofOthers = false;
    const stop = this.postgres.listen((line) => {
      const [, application, rest] = /^@(.*?)@ (.*)$/.exec(line) ?? [];
      if (application === undefined) {
        if (ofOthers) statements[statements.length - 1] += `\n${line.trim()}`;
        return;
      }
      const text = /^LOG: {2}(?:statement|execute [^:]*): (.*)$/.exec(rest)?.[1];
      ofOthers = text !== undefined && application !== "bench";
      if (ofOthers) statements.push(text as string);
      if (rest.includes(marker)) seen();
    });
    try {
      await this.setLogging("all");
      await work();
      await this.client.query(`SELECT '${marker}'`);
      await within(end, WAIT_LIMIT_MS);
      return statements;
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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function within(promise: Promise<void>, milliseconds: number): Promise<void> {
  const late = pause(milliseconds).then(() => {
    throw new Error("The log of Postgres did not show the statements in time.");
  });
  await Promise.race([promise, late]);
}
