import type { DataSource } from "typeorm";
import { Cancellation } from "../../src/common/cancellation";
import { lineLog } from "../../src/common/log";
import { poolOf } from "../../src/db/database";
import type { ReadingOfMoment } from "../../src/db/keeping";
import { contextsOf } from "../../src/graph/context";
import { createDataSource } from "../../src/graph/data-source";
import { keepingOf } from "../../src/graph/keeping";
import { createSchema } from "../../src/graph/schema";
import { createGraphQLServer } from "../../src/server/graphql-server";
import { storeAnswerOf } from "../support/stored-answer";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase("seeded");
  dataSource = await createDataSource({ url: database.url, poolSize: 4, waitMs: 1_000 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const moment = (work = new Cancellation()) => keepingOf(poolOf(dataSource), {}, undefined, work).moment();

it("those who keep answers leave connections to the others, and wait for each other", async () => {
  const ended: ReadingOfMoment[] = [];
  const all = Array.from({ length: 8 }, async () => {
    const reading = await moment();
    ended.push(reading);
    return reading;
  });
  const left = new Cancellation();
  const gone = moment(left);
  left.cancel(new Error("left"));
  await expect(gone).rejects.toThrow("left");
  await all[0];
  // Three at once are all that there are besides.
  const others = await Promise.all([1, 2, 3].map(() => dataSource.query("SELECT pg_sleep(0.05)")));
  expect([others.length, ended.length]).toEqual([3, 1]);
  for (const each of all) await (await each).end();
  await (await moment()).end();
});

it("what a query gives today is of the revision that is told with it, whatever is imported meanwhile", async () => {
  const id = await storeAnswerOf(dataSource, "{\n  meta {\n    revision\n  }\n}", { meta: { revision: 0 } });
  const createContext = contextsOf(dataSource, async () => "1");
  const change = () =>
    dataSource.query("UPDATE paper SET venue = venue || '.' WHERE slug = 'deng-2018-arcface'");
  const server = createGraphQLServer({
    schema: createSchema(),
    createContext: ({ work, queries }) => {
      const { ask } = queries;
      queries.ask = async (...asked) => {
        await change();
        return ask.apply(queries, asked);
      };
      return createContext(undefined, work, queries);
    },
    log: lineLog(() => {}),
  });
  const { data, errors } = await server.executeOperation({
    query: `{ answer(id: "${id}") { changes { revision rows { values { after } } } } }`,
  });
  await server.stop();
  expect(errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: an answer is compared, not typed
  const { revision, rows } = (data as any).answer.changes;
  expect(rows[0].values[0].after).toBe(revision);
});
