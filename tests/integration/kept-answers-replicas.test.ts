import { lineLog } from "../../src/common/log";
import { poolOf } from "../../src/db/database";
import type { ReadReplicas } from "../../src/db/replicas/read-replicas";
import { contextsOf } from "../../src/graph/context";
import { createSchema } from "../../src/graph/schema";
import { createGraphQLServer, type GraphQLServer } from "../../src/server/graphql-server";
import { storeAnswerOf } from "../support/stored-answer";
import { startTestService, type TestService } from "../support/test-service";

const KEPT = "{\n  submissions(first: 60) {\n    nodes {\n      name\n    }\n  }\n}";

let service: TestService;
let graphql: GraphQLServer;
let id: string;
let isCovered: boolean[];
beforeAll(async () => {
  service = await startTestService();
  id = await storeAnswerOf(service.dataSource, KEPT, {});
  const replica = { pool: poolOf(service.dataSource), run: <T>(work: () => T) => work(), giveUp: () => {} };
  const replicas = { choose: () => replica, isCovered: async () => isCovered.shift() ?? true };
  const createContext = contextsOf(service.dataSource, async () => "1", replicas as unknown as ReadReplicas);
  graphql = createGraphQLServer({
    schema: createSchema(),
    createContext: ({ work, queries }) => createContext(undefined, work, queries),
    // The query within fits once, but not twice.
    limits: { cost: 120 },
    log: lineLog(() => {}),
  });
  await graphql.start();
});
afterAll(async () => {
  await graphql.stop();
  await service.close();
});

async function ask(charge: (points: number) => Promise<void>) {
  const query = `{ meta { revision } answer(id: "${id}") { changes { standing } } }`;
  const { body } = await graphql.executeHttp(
    {
      method: "POST",
      mediaType: "application/json",
      operation: { query, operationName: undefined, variables: {}, wantsCost: false } as never,
    },
    { headers: {}, onGone: () => {}, charge },
  );
  return JSON.parse(String(body.plain));
}

it("a query within one that is executed once more is charged for once, and counts once", async () => {
  const charged: number[][] = [];
  for (const covered of [true, false]) {
    const charges: number[] = [];
    isCovered = [covered];
    const { data, errors } = await ask(async (points) => void charges.push(points));
    expect(errors).toBeUndefined();
    expect(data.answer.changes.standing).toBe("CHANGED");
    expect(isCovered).toEqual([]);
    charged.push(charges);
  }
  expect(charged[0]).toHaveLength(2);
  expect(charged[1]).toEqual(charged[0]);
});
