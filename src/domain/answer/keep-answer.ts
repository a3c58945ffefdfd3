import type { ExecutionResult } from "graphql";
import { badInput, CallerError, ErrorCode, Unavailable } from "../../common/errors";
import type { InnerQueries } from "../../common/inner-queries";
import type { Keeping, KeepingLimits, ReadingOfMoment } from "../../db/keeping";
import type { RequestContext } from "../../db/request-context";
import { loadDataVersion } from "../meta/data-version.loaders";
import { storeAnswer } from "./answer.commands";
import { countKeptBytes, findAnswer } from "./answer.queries";
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
  const reading = await keeping.moment();
  try {
    const id = answerId(normal.text, normal.variablesText, await reading.revision());
    const known = await find(keeping, id, normal);
    if (known) return known;
    await queries.admitKeeping();
    if ((await countKeptBytes(keeping.db)) > limits.allBytes)
      throw keepingClosed("has no room for more answers");
    const title = normal.operation.name?.value ?? roots.join(", ");
    await ask(keeping, { id, title, normal, reading, queries, limits });
    return (await find(keeping, id, normal)) as KeptAnswer;
  } finally {
    await reading.end();
  }
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

async function find(keeping: Keeping, id: string, normal: NormalQuery): Promise<KeptAnswer | undefined> {
  const stored = await findAnswer(keeping.db, id);
  if (!stored) return undefined;
  if (stored.query !== normal.text || stored.variables !== normal.variablesText) {
    throw new Error(`Two queries have the id ${id}.`);
  }
  return keptAnswer(stored, keeping);
}

interface Keeper {
  id: string;
  title: string;
  normal: NormalQuery;
  reading: ReadingOfMoment;
  queries: InnerQueries;
  limits: KeepingLimits;
}

async function ask(keeping: Keeping, { id, title, normal, reading, queries, limits }: Keeper): Promise<void> {
  const context = { ...reading.context, keptAs: id };
  const result = await queries.ask(normal.document, normal.variables, context);
  const text = JSON.stringify(dataOf(result));
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.answerBytes) {
    throw new CallerError(
      ErrorCode.ANSWER_TOO_LARGE,
      `query: its answer takes ${bytes} bytes; one that is kept may take ${limits.answerBytes}. Ask for smaller pages or for less of each item.`,
      { argument: "query", limit: { name: "keptAnswerBytes", allowed: limits.answerBytes, found: bytes } },
    );
  }
  const { revision, changedAt } = await loadDataVersion(context);
  await storeAnswer(keeping.db, {
    id,
    title,
    query: normal.text,
    variables: normal.variablesText,
    answer: await packed(text),
    contentHash: contentHashOf(JSON.parse(text)),
    revision,
    dataChangedAt: changedAt,
    serviceVersion: context.serviceVersion,
  });
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
