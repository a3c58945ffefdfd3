import { CallerError, ErrorCode } from "../../common/errors";
import type { Keeping } from "../../db/keeping";
import type { RequestContext } from "../../db/request-context";
import { findAnswer, type StoredAnswer } from "./answer.queries";
import type { KeptAnswer } from "./answer.types";
import { ANSWER_ID } from "./answer-id";
import { contentOf } from "./answer-text";

/** Where an answer is read, on the service itself. */
export const answerPath = (id: string) => `/a/${id}`;

/** What a kept answer is called where it is referred to: its whole address where that is known. */
export function answerName(publicUrl: string | null, id: string): string {
  return publicUrl === null ? `kept answer ${id}` : `${publicUrl}${answerPath(id)}`;
}

/** What it takes to keep answers. @throws CallerError where nothing is kept */
export function keepingOf({ keeping }: RequestContext): Keeping {
  if (!keeping) throw keepingClosed("keeps no answers");
  return keeping;
}

export function keepingClosed(why: string): CallerError {
  return new CallerError(ErrorCode.KEEPING_CLOSED, `This service ${why}. Ask whoever runs it.`);
}

/** What is told of a stored answer. */
export function keptAnswer(
  { answer, variables, ...stored }: StoredAnswer,
  { publicUrl }: Keeping,
): KeptAnswer {
  const path = answerPath(stored.id);
  const publicAddress = publicUrl && `${publicUrl}${path}`;
  return {
    ...stored,
    content: contentOf(answer),
    variables: JSON.parse(variables),
    variablesText: variables,
    dataVersion: `${stored.dataChangedAt.slice(0, 10)}.${stored.revision}`,
    address: publicAddress ?? path,
    publicAddress,
  };
}

/** The answer of an id. @throws CallerError NOT_FOUND where none is kept */
export async function loadAnswer(keeping: Keeping, id: string): Promise<KeptAnswer> {
  const name = id.trim().toLowerCase();
  const stored = ANSWER_ID.test(name) ? await findAnswer(keeping.db, name) : undefined;
  if (stored) return keptAnswer(stored, keeping);
  // Always an error, for an answer may be kept later on, while the data stay the same.
  throw new CallerError(
    ErrorCode.NOT_FOUND,
    `id: no answer is kept as "${id.slice(0, 80)}". An id has 20 letters and digits, as \`keepAnswer\` gives it.`,
    { argument: "id" },
  );
}
