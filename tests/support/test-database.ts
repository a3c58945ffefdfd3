import { randomBytes } from "node:crypto";
import { Client } from "pg";

/** Names the server on which test files make their databases. */
export const SERVER_VARIABLE = "SCOREGRAPH_TEST_SERVER";

export const EMPTY_TEMPLATE = "scoregraph_test_empty";
export const SEEDED_TEMPLATE = "scoregraph_test_seeded";

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/** A database of a test file's own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const TEMPLATES = { bare: "template1", empty: EMPTY_TEMPLATE, seeded: SEEDED_TEMPLATE };

/** Makes a database: with nothing in it, migrated and empty, or with the default data. */
export async function createTestDatabase(template: keyof typeof TEMPLATES): Promise<TestDatabase> {
  const server = process.env[SERVER_VARIABLE] as string;
  const name = `scoregraph_test_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const client = new Client(server);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATES[template]}`);
  return { url: databaseAt(server, name), drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
