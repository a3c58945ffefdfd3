import type { Pool } from "pg";
import { Unavailable } from "../../src/common/errors";
import type { Database } from "../../src/db/database";
import type { LiveReplica } from "../../src/db/replicas/live-replica";
import { PlacedDatabase } from "../../src/db/replicas/placed-database";
import type { ReadReplicas } from "../../src/db/replicas/read-replicas";
import { sql } from "../../src/db/sql";

const PRIMARY = {} as Pool;

/** Reads where a replica fails so; gives the rows, and why the replica was given up. */
async function readWhere(failure: Error): Promise<[object[], Error[]]> {
  const givenUp: Error[] = [];
  const replica = {
    pool: {},
    run: <T>(work: () => Promise<T>) => work(),
    giveUp: (reason: Error) => void givenUp.push(reason),
  } as unknown as LiveReplica;
  const replicas = { choose: () => replica } as unknown as ReadReplicas;
  const over = (pool: Pool) =>
    ({
      rows: async () => {
        if (pool === PRIMARY) return [{ by: "primary" }];
        throw failure;
      },
    }) as unknown as Database;
  const db = new PlacedDatabase(PRIMARY, replicas, async () => "1", over);
  return [await db.rows(sql`SELECT 1`), givenUp];
}

it("reads from the primary where a replica fails, and gives that up", async () => {
  const reason = new Error("Connection terminated unexpectedly");
  expect(await readWhere(new Unavailable(reason))).toEqual([[{ by: "primary" }], [reason]]);
});

it("does not give up a replica that only has too much to do", async () => {
  const failure = new Unavailable(new Error("timeout exceeded when trying to connect"));
  expect(await readWhere(failure)).toEqual([[{ by: "primary" }], []]);
});
