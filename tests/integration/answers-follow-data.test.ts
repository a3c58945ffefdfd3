import { Client } from "pg";
import { lineLog } from "../../src/common/log";
import { contextsOf } from "../../src/graph/context";
import { followRevision } from "../../src/graph/data-revision";
import { createDataSource } from "../../src/graph/data-source";
import { createSchema } from "../../src/graph/schema";
import { loadRecords } from "../../src/importers/load";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { createGraphQLServer } from "../../src/server/graphql-server";
import { startHttpServer } from "../../src/server/http-server";
import { leaderboard, records, score, submission } from "../support/factories";
import { post } from "../support/http-client";
import { createTestDatabase } from "../support/test-database";

async function startService() {
  const database = await createTestDatabase("empty");
  const dataSource = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
  const log = lineLog(() => {});
  const revision = followRevision(dataSource, log);
  const statements: string[] = [];
  const createContext = contextsOf(dataSource, () => revision.read());
  const graphql = createGraphQLServer({
    schema: createSchema(),
    createContext: () => createContext((text) => statements.push(text)),
    log,
  });
  const answers = { mostBytes: 1e7, version: "1", readRevision: () => revision.read() };
  const http = await startHttpServer({ graphql, answers, host: "127.0.0.1", port: 0, log });
  const other = new Client(database.url);
  await other.connect();
  return {
    dataSource,
    revision,
    statements,
    /** A connection of somebody else. */
    other,
    ask: (query: string) => post(http.url, { query }),
    async close() {
      await http.stop(1_000);
      await revision.close();
      await other.end();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  service = await startService();
  const scores = [score("one", "board", { a: "1" })];
  await loadRecords(
    service.dataSource,
    records({ ...leaderboard("board"), submissions: [submission("One")], scores }),
  );
});
afterAll(() => service.close());

const isHit = ({ headers }: { headers: Headers }) => headers.get("cache-status") === "scoregraph; hit";

/** Asks until the answer comes from memory. */
async function warm(query: string): Promise<void> {
  for (let i = 0; i < 100; i += 1) if (isHit(await service.ask(query))) return;
  throw new Error("no answer was kept");
}

const LABEL = '{ submission(ref: "one") { label } }';
const setLabel = (label: string) =>
  `UPDATE submission SET name = '${label}', label = '${label}' WHERE slug = 'one'`;
const label = async () => (await service.ask(LABEL)).data.submission.label;

describe("an answer from memory is never older than the data", () => {
  it("after a change by plain SQL of another connection", async () => {
    for (let i = 0; i < 20; i += 1) {
      await warm(LABEL);
      await service.other.query(setLabel(`By hand ${i}`));
      expect(await label()).toBe(`By hand ${i}`);
    }
  });

  it("also while many others ask", async () => {
    let isOver = false;
    const crowd = Array.from({ length: 8 }, async () => {
      while (!isOver) await label();
    });
    try {
      for (let i = 0; i < 60; i += 1) {
        await service.other.query(setLabel(`In the crowd ${i}`));
        expect(await label()).toBe(`In the crowd ${i}`);
      }
    } finally {
      isOver = true;
      await Promise.all(crowd);
    }
  });

  it("after an import and after its undoing", async () => {
    const query = "{ submissions { totalCount } imports { nodes { undoneAt } } meta { revision } }";
    await warm(query);
    const before = (await service.ask(query)).data;
    await loadRecords(service.dataSource, records({ submissions: [submission("Two")] }));
    const imported = (await service.ask(query)).data;
    expect(imported.submissions.totalCount).toBe(before.submissions.totalCount + 1);
    expect(imported.imports.nodes).toHaveLength(before.imports.nodes.length + 1);
    expect(imported.meta.revision).toBe(before.meta.revision + 1);
    await warm(query);
    const [{ id }] = await service.dataSource.query("SELECT max(id) AS id FROM import");
    await undoWrittenImport(service.dataSource, id);
    const undone = (await service.ask(query)).data;
    expect(undone.submissions).toEqual(before.submissions);
    expect(undone.imports.nodes.filter((each: { undoneAt: unknown }) => each.undoneAt)).toHaveLength(1);
  });

  it.each([
    "UPDATE import SET undone_at = now() WHERE id = 1",
    "INSERT INTO import (id, format, files, started_at) VALUES (77, 'bundle', '[]', now())",
    "DELETE FROM import WHERE id = 77",
  ])("after a change of what is told about imports: %s", async (statement) => {
    const query = "{ imports { nodes { id undoneAt } } }";
    await warm(query);
    const before = (await service.ask(query)).data;
    await service.other.query(statement);
    expect((await service.ask(query)).data).not.toEqual(before);
  });

  it("and shows nothing of a transaction that is open or was taken back", async () => {
    await warm(LABEL);
    const before = await label();
    await service.other.query("BEGIN");
    await service.other.query(setLabel("Not yet"));
    expect([await label(), isHit(await service.ask(LABEL))]).toEqual([before, true]);
    await service.other.query("ROLLBACK");
    expect([await label(), isHit(await service.ask(LABEL))]).toEqual([before, true]);
  });

  it("after the connection that reads the revision was lost", async () => {
    await warm(LABEL);
    await service.other.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%concat(revision%' AND pid <> pg_backend_pid()",
    );
    await service.other.query(setLabel("After the loss"));
    expect(await label()).toBe("After the loss");
    await warm(LABEL);
  });
});

it("equal requests at the same time take the statements of one", async () => {
  const query = '{ leaderboard(ref: "board") { name ranking { nodes { rank submission { name } } } } }';
  service.statements.length = 0;
  await service.ask(query);
  const one = service.statements.length;
  await service.other.query(setLabel("Once more"));
  service.statements.length = 0;
  const answers = await Promise.all(Array.from({ length: 10 }, () => service.ask(query)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(one).toBeGreaterThan(0);
  expect(service.statements).toHaveLength(one);
});
