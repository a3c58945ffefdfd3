import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "../workloads/workload";

const POLL_MS = 50;
const LONGEST_MS = 30_000;

/** Waits until the database works for nobody any more: who went away while it did would burden who comes next. */
export async function settle(sql: Sql): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  do {
    await sleep(POLL_MS);
    const [{ active }] = await sql<{ active: number }>(
      `SELECT count(*)::integer AS active FROM pg_stat_activity
       WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (active === 0) return;
  } while (Date.now() < end);
}
