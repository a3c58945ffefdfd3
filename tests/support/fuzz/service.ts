import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { lineLog } from "../../../src/common/log";
import { contextsOf } from "../../../src/graph/context";
import { createSchema } from "../../../src/graph/schema";
import { createGraphQLServer } from "../../../src/server/graphql-server";
import { startHttpServer } from "../../../src/server/http-server";
import { startTestService } from "../test-service";

/** Names, ids and cursors of what there is, for arguments that name something. */
const NAMES = /* GraphQL */ `
  {
    leaderboards(first: 20) { pageInfo { endCursor } nodes { id slug name } }
    submissions(first: 40) { pageInfo { endCursor } nodes { id slug name } }
    papers(first: 20) { pageInfo { endCursor } nodes { id slug } }
    lossFunctions(first: 20) { nodes { id name } }
    backbones(first: 20) { nodes { id name } }
    trainingDatasets(first: 20) { nodes { id name } }
    organisations(first: 20) { nodes { id name } }
  }
`;

/** The service with the default data, as in production, and all texts that may be worth naming. */
export async function startFuzzedService() {
  const service = await startTestService();
  const texts = textsIn(await service.data(NAMES));
  const schema: GraphQLSchema = createSchema();
  const log = lineLog((line) => service.logged.push(line));
  const createContext = contextsOf(service.dataSource, async () => "1");
  const graphql = createGraphQLServer({
    schema,
    createContext: () => createContext(),
    production: true,
    log,
  });
  const answers = { mostBytes: 1e7, version: "1", readRevision: async () => "1" };
  const http = await startHttpServer({ graphql, answers, host: "127.0.0.1", port: 0, log });
  return {
    url: http.url,
    schema,
    texts,
    logged: service.logged,
    async stop() {
      await http.stop(1_000);
      await service.close();
    },
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
