import type { OutgoingHttpHeaders } from "node:http";
import type { ErrorCode } from "../../common/errors";

/** A request that is refused before GraphQL sees it. The message is for the caller. */
export class HttpError extends Error {
  override name = "HttpError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: { headers?: OutgoingHttpHeaders; extensions?: Record<string, unknown> } = {},
  ) {
    super(message);
  }
}
