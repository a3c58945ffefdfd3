import "reflect-metadata";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../src/db/embedded";
import { migrate } from "../../src/db/migrate";
import { createDataSource } from "../../src/graph/data-source";
import { importDefaultData } from "../../src/importers/default-data";
import { PROGRAM_VARIABLE } from "./command-line";
import { databaseAt, EMPTY_TEMPLATE, SEEDED_TEMPLATE, SERVER_VARIABLE } from "./test-database";

export interface TestServer {
  postgres?: EmbeddedPostgres;
  folder?: string;
  /** Where the program is compiled to, when a test wants to run it. */
  program?: string;
}

declare global {
  var scoregraphTestServer: TestServer | undefined;
}

/**
 * Makes two template databases, one migrated and one with the default data besides, on the server of
 * TEST_DATABASE_URL or on an embedded one.
 */
export default async function setUp(): Promise<void> {
  const server: TestServer = {};
  globalThis.scoregraphTestServer = server;
  server.program = mkdtempSync(path.join(tmpdir(), "scoregraph-program-"));
  process.env[PROGRAM_VARIABLE] = server.program;
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    server.folder = mkdtempSync(path.join(tmpdir(), "scoregraph-test-"));
    // The server's user cannot read it otherwise where root runs the tests, and its data would be put, and left, elsewhere.
    chmodSync(server.folder, 0o755);
    server.postgres = await startEmbeddedPostgres({
      dataFolder: server.folder,
      settings: { fsync: "off", max_connections: "200" },
    });
    url = server.postgres.url;
  }
  process.env[SERVER_VARIABLE] = url;
  const client = new Client(url);
  await client.connect();
  for (const template of [EMPTY_TEMPLATE, SEEDED_TEMPLATE]) {
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${template}`);
    const dataSource = await createDataSource({ url: databaseAt(url, template), poolSize: 2 }).initialize();
    await migrate(dataSource);
    if (template === SEEDED_TEMPLATE) await importDefaultData(dataSource);
    await dataSource.destroy();
  }
  await client.end();
}
