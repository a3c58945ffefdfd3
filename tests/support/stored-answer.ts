import type { DataSource } from "typeorm";
import { Database, poolOf } from "../../src/db/database";
import { storeAnswer } from "../../src/domain/answer/answer.commands";
import { answerId } from "../../src/domain/answer/answer-id";
import { contentHashOf, packed } from "../../src/domain/answer/answer-text";

/** Keeps an answer of whatever data, as if the query had given them; gives its id. */
export async function storeAnswerOf(dataSource: DataSource, query: string, data: object): Promise<string> {
  const id = answerId(query, "{}", JSON.stringify(data));
  await storeAnswer(new Database(poolOf(dataSource)), {
    id,
    title: "Stored",
    query,
    variables: "{}",
    answer: await packed(JSON.stringify(data)),
    contentHash: contentHashOf(data),
    revision: 1,
    dataChangedAt: "2026-01-01T00:00:00Z",
    serviceVersion: "1.0.0",
  });
  return id;
}
