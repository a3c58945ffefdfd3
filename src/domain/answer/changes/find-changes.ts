import { type ExecutionResult, type GraphQLError, parse } from "graphql";
import { CallerError, ErrorCode } from "../../../common/errors";
import type { InnerQueries } from "../../../common/inner-queries";
import type { ReadingOfMoment } from "../../../db/keeping";
import type { RequestContext } from "../../../db/request-context";
import { loadDataVersion } from "../../meta/data-version.loaders";
import type { KeptAnswer } from "../answer.types";
import { contentHashOf } from "../answer-text";
import { keepingClosed, keepingOf } from "../kept-answer";
import { shapeOf } from "./answer-shape";
import { type AnswerChanges, AnswerStanding, ChangeKind, type RowChange } from "./changes.types";
import { compareAnswers } from "./compare-answers";

/** Errors that follow from the query and the data alone: the same query has them whenever it is asked of the same data. */
const LASTING: ReadonlySet<unknown> = new Set([
  ErrorCode.BAD_USER_INPUT,
  ErrorCode.NOT_FOUND,
  ErrorCode.AMBIGUOUS,
  ErrorCode.DIRECTION_UNKNOWN,
]);

/** Asks the query of a kept answer again, of today's data, and lists what has become another one. */
export async function findChanges(context: RequestContext, kept: KeptAnswer): Promise<AnswerChanges> {
  const keeping = keepingOf(context);
  if (!keeping.queries) throw keepingClosed("does not ask kept answers again here");
  const { today, asked } = await readToday(keeping.queries, await keeping.moment(), kept);
  if ("problems" in asked) return { ...today, ...asked, contentHash: null, ...counted([]) };
  const after: unknown = JSON.parse(JSON.stringify(asked.data));
  const contentHash = contentHashOf(after);
  if (contentHash === kept.contentHash) {
    return { ...today, standing: AnswerStanding.SAME, problems: [], contentHash, ...counted([]) };
  }
  const rows = compareAnswers((await kept.content()).data, after, shapeOf(parse(kept.query)));
  return { ...today, standing: AnswerStanding.CHANGED, problems: [], contentHash, ...counted(rows) };
}

/** The answer and the revision of the same moment, which has ended then. */
async function readToday(queries: InnerQueries, reading: ReadingOfMoment, kept: KeptAnswer) {
  try {
    const { revision, dataVersion } = await loadDataVersion(reading.context);
    const asked = await askAgain(queries, reading.context, kept);
    return { today: { revision, dataVersion }, asked };
  } finally {
    await reading.end();
  }
}

type AskedAgain = { data: object } | Pick<AnswerChanges, "standing" | "problems">;

async function askAgain(
  queries: InnerQueries,
  context: RequestContext,
  kept: KeptAnswer,
): Promise<AskedAgain> {
  let document: ReturnType<InnerQueries["parse"]>;
  try {
    document = queries.parse(kept.query);
  } catch (error) {
    if (!(error instanceof CallerError)) throw error;
    return { standing: AnswerStanding.NOT_ASKABLE, problems: [error.message] };
  }
  const within = { ...context, keptAs: kept.id };
  const { data, errors } = await askFor(() => queries.ask(document, kept.variables, within));
  if (errors?.length) return { standing: AnswerStanding.FAILS, problems: errors.map(told) };
  return { data: data ?? {} };
}

/** Variables may not fit any more, which is found before anything is executed. */
async function askFor(ask: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CallerError && LASTING.has(error.extensions.code)) return { errors: [error] };
    throw error;
  }
}

/** What else goes wrong, as that it takes too long, is no answer: asked again, it may go well. */
function told(error: GraphQLError): string {
  const cause = error.originalError ?? error;
  if (cause instanceof CallerError && LASTING.has(cause.extensions.code)) return cause.message;
  throw cause;
}

function counted(allRows: RowChange[]) {
  const count = (wanted: ChangeKind) => allRows.filter(({ kind }) => kind === wanted).length;
  return {
    addedCount: count(ChangeKind.ADDED),
    removedCount: count(ChangeKind.REMOVED),
    changedCount: count(ChangeKind.CHANGED),
    movedCount: count(ChangeKind.MOVED),
    allRows,
  };
}
