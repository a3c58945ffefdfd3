import { ErrorCode } from "../../common/errors";
import { HttpError } from "../http/http-error";

/** A client has spent what it may spend in a minute. */
export class OutOfPoints extends HttpError {
  override name = "OutOfPoints";

  /** @param waitMs until there are points again */
  constructor(points: number, waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    const message = `This client has spent the ${points} points that it may spend in a minute. There are new ones in ${seconds} s.`;
    super(ErrorCode.RATE_LIMITED, message, {
      headers: { "retry-after": String(seconds) },
      extensions: { retryAfterSeconds: seconds },
    });
  }
}
