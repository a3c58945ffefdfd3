import type { HTTPGraphQLHead } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";
import { Unavailable } from "../common/errors";

/**
 * Makes an answer that lacks something because the database is away a plain 503 with one error: half of an answer is of
 * no use to anybody, and a hundred fields fail for the same reason.
 */
export function answerUnavailable(result: FormattedExecutionResult, http: HTTPGraphQLHead): void {
  const error = result.errors?.find(({ extensions }) => extensions?.code === Unavailable.CODE);
  if (!error) return;
  const { message, extensions } = error;
  result.errors = [{ message, extensions }];
  delete result.data;
  http.headers.set("retry-after", String(Unavailable.RETRY_AFTER_S));
}
