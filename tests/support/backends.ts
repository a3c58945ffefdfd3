import { setTimeout as sleep } from "node:timers/promises";
import type { DataSource } from "typeorm";

/** What a command is doing in its transaction. */
export type Doing = "reading" | "writing";

const DOING: Record<Doing, string> = {
  reading: "query LIKE 'COPY %'",
  writing: "query ~* '(insert into|update|delete from) ?.*score' AND query NOT LIKE 'COPY %'",
};

const OTHERS = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND application_name = 'scoregraph' AND state <> 'idle'`;

/** Waits until a command of another process reads its files into the database, or writes; gives its backend. */
export async function backendThatIs(dataSource: DataSource, doing: Doing): Promise<number> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(10)) {
    const [found] = await dataSource.query(`SELECT pid ${OTHERS} AND ${DOING[doing]}`);
    if (found) return found.pid;
  }
  throw new Error(`no command was ${doing}`);
}

/** Waits until a command of another process waits for the writes of another one. */
export async function someoneWaits(dataSource: DataSource): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(10)) {
    const [found] = await dataSource.query(`SELECT pid ${OTHERS} AND query LIKE '%pg_advisory_xact_lock%'
      AND wait_event = 'advisory'`);
    if (found) return;
  }
  throw new Error("no command waited");
}
