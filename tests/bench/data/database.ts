import { createHash } from "node:crypto";
import { Client } from "pg";
import type { Size } from "../sizes";
import { graphRows } from "./graph-rows";
import { KEPT_FOR_OTHERS } from "./kept-for-others";
import { refreshKept } from "./refresh-kept";
import { SCORE_ROWS } from "./score-rows";

/** The same numbers for the same salt and row: from 0 up to 1. */
const HASH = (seed: number) => `
  CREATE FUNCTION u(salt bigint, i bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (hashint8extended(i, ${seed * 1_000} + salt) & 9007199254740991)::float8 / 9007199254740992
  $$`;

export interface DataOptions {
  size: Size;
  seed: number;
  /** Makes the data anew even where they are there. */
  fresh: boolean;
  say: (line: string) => void;
}

/**
 * Gives the URL of a database with the generated data, on the server of `serverUrl`. Data that an earlier run made in
 * the same way are used again; the migrations and what the service keeps are brought up to date either way.
 */
export async function prepareDatabase(serverUrl: string, options: DataOptions): Promise<string> {
  const { size, seed, fresh, say } = options;
  const prefix = `bench_${size.name.toLowerCase()}_`;
  const recipe = JSON.stringify([seed, size, HASH(seed), graphRows(), SCORE_ROWS, KEPT_FOR_OTHERS]);
  const name = prefix + createHash("sha256").update(recipe).digest("hex").slice(0, 12);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const isThere = await withClient(serverUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT datname AS name, shobj_description(oid, 'pg_database') = 'complete' AS complete FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    const useful = rows.some((row) => row.name === name && row.complete) && !fresh;
    for (const row of rows) {
      if (!(useful && row.name === name)) await client.query(`DROP DATABASE "${row.name}" WITH (FORCE)`);
    }
    if (!useful) await client.query(`CREATE DATABASE "${name}"`);
    return useful;
  });
  const started = Date.now();
  await refreshKept(url);
  if (!isThere) {
    say(`Generating ${size.submissions.toLocaleString("en-US")} submissions (size ${size.name}) …`);
    await withClient(url, (client) => generate(client, size, seed));
    await refreshKept(url);
  }
  await withClient(url, async (client) => {
    await client.query("VACUUM (ANALYZE)");
    await client.query("CHECKPOINT");
    await client.query(`COMMENT ON DATABASE "${name}" IS 'complete'`);
  });
  if (!isThere) say(`Generated in ${Math.round((Date.now() - started) / 1_000)} s.`);
  return url;
}

async function generate(client: Client, size: Size, seed: number): Promise<void> {
  const run = (statement: string) => client.query(statement.replace(/(?<!:):n\b/g, String(size.submissions)));
  await client.query("SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'");
  // The rows are right by how they are made: without triggers, neither keys nor revisions are looked at row by row.
  await client.query("SET session_replication_role = replica");
  await client.query(HASH(seed));
  await client.query("BEGIN");
  for (const statement of [...graphRows(), ...SCORE_ROWS]) await run(statement);
  await client.query(
    "UPDATE data_revision SET revision = revision + 1, changed_at = now(), transaction_id = pg_current_xact_id()",
  );
  await client.query("COMMIT");
  await client.query("DROP FUNCTION u");
  await client.query("VACUUM (ANALYZE)");
  await client.query("SET session_replication_role = origin");
  for (const statement of KEPT_FOR_OTHERS) await run(statement);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "bench" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
