import type { ExecutionResult } from "graphql";
import { badInput, CallerError, ErrorCode, Unavailable } from "../../common/errors";
import type { InnerQueries } from "../../common/inner-queries";
import type { Database } from "../../db/database";
import type { Keeping, KeepingLimits, ReadingOfMoment } from "../../db/keeping";
import type { RequestContext } from "../../db/request-context";
import { loadDataVersion } from "../meta/data-version.loaders";
import { storeAnswer } from "./answer.commands";
import { countKeptBytes, findAnswer, type NewAnswer, type StoredAnswer } from "./answer.queries";
import type { KeptAnswer } from "./answer.types";
import { answerId } from "./answer-id";
import { contentHashOf, packed } from "./answer-text";
import { keepingClosed, keepingOf, keptAnswer } from "./kept-answer";
import { type NormalQuery, normalQuery } from "./normal-query";
import { checkKeepable, rootFieldsOf } from "./root-fields";

/** What is asked, and is to be kept with its answer. */
export interface Asked {
  query: string;
  variables: Record<string, unknown> | null;
  operationName: string | null;
}

/**
 * Asks a query of one moment of the data and keeps its answer. One that is kept already is not asked again.
 * @throws CallerError for what cannot be kept, and for whatever is wrong with the query
 */
export async function keepAnswer(context: RequestContext, asked: Asked): Promise<KeptAnswer> {
  const keeping = keepingOf(context);
  const { queries, limits } = open(keeping);
  const normal = normalQuery(queries.parse(asked.query), asked.operationName, asked.variables ?? {});
  const roots = rootFieldsOf(normal.document, normal.operation);
  checkKeepable(roots);
  checkQuerySize(normal, limits);
  const title = normal.operation.name?.value ?? roots.join(", ");
  const reading = await keeping.moment();
  let answer: StoredAnswer | NewAnswer;
  try {
    answer = await answerAt(reading, { title, normal, queries, limits });
  } finally {
    // Before anything is written: no request holds two connections at once, for which others may wait.
    await reading.end();
  }
  if ("keptAt" in answer) return keptAnswer(answer, keeping);
  await storeAnswer(keeping.db, answer);
  return keptAnswer((await find(keeping.db, answer.id, normal)) as StoredAnswer, keeping);
}

function open({ queries, limits }: Keeping): { queries: InnerQueries; limits: KeepingLimits } {
  if (!queries || !limits) throw keepingClosed("keeps no answers");
  return { queries, limits };
}

function checkQuerySize({ text, variablesText }: NormalQuery, { queryBytes }: KeepingLimits): void {
  const bytes = Buffer.byteLength(text) + Buffer.byteLength(variablesText);
  if (bytes <= queryBytes) return;
  throw new CallerError(
    ErrorCode.QUERY_TOO_LARGE,
    `query: it takes ${bytes} bytes with its variables; one that is kept may take ${queryBytes}. Ask in several queries.`,
    { argument: "query", limit: { name: "keptQueryBytes", allowed: queryBytes, found: bytes } },
  );
}

/** The answer of an id, which must be that of this query. */
async function find(db: Database, id: string, normal: NormalQuery): Promise<StoredAnswer | undefined> {
  const stored = await findAnswer(db, id);
  if (stored && (stored.query !== normal.text || stored.variables !== normal.variablesText)) {
    throw new Error(`Two queries have the id ${id}.`);
  }
  return stored;
}

interface Wanted {
  title: string;
  normal: NormalQuery;
  queries: InnerQueries;
  limits: KeepingLimits;
}

/** The answer of one moment: one that is kept already, or a new one. */
async function answerAt(
  { context, revision }: ReadingOfMoment,
  { title, normal, queries, limits }: Wanted,
): Promise<StoredAnswer | NewAnswer> {
  const id = answerId(normal.text, normal.variablesText, await revision());
  const known = await find(context.db, id, normal);
  if (known) return known;
  await queries.admitKeeping();
  if ((await countKeptBytes(context.db)) > limits.allBytes)
    throw keepingClosed("has no room for more answers");
  const within = { ...context, keptAs: id };
  const text = JSON.stringify(dataOf(await queries.ask(normal.document, normal.variables, within)));
  checkAnswerSize(text, limits);
  const version = await loadDataVersion(context);
  return {
    id,
    title,
    query: normal.text,
    variables: normal.variablesText,
    answer: await packed(text),
    contentHash: contentHashOf(JSON.parse(text)),
    revision: version.revision,
    dataChangedAt: version.changedAt,
    serviceVersion: context.serviceVersion,
  };
}

function checkAnswerSize(text: string, { answerBytes }: KeepingLimits): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= answerBytes) return;
  throw new CallerError(
    ErrorCode.ANSWER_TOO_LARGE,
    `query: its answer takes ${bytes} bytes; one that is kept may take ${answerBytes}. Ask for smaller pages or for less of each item.`,
    { argument: "query", limit: { name: "keptAnswerBytes", allowed: answerBytes, found: bytes } },
  );
}

/** The data of an answer without errors. What the caller can mend in the query is told as the query's own answer would. */
function dataOf({ data, errors }: ExecutionResult): object {
  const [error] = errors ?? [];
  if (!error && data) return data;
  const cause = error?.originalError ?? error;
  if (cause instanceof Unavailable) throw cause;
  if (cause instanceof CallerError) {
    const { code, ...details } = cause.extensions;
    throw new CallerError(code as ErrorCode, `query: it has an error, so it is not kept. ${cause.message}`, {
      ...details,
    });
  }
  if (error && !error.originalError)
    throw badInput("query", `it has an error, so it is not kept. ${error.message}`);
  throw cause ?? new Error("A query gave neither data nor errors.");
}
