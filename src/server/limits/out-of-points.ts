import { ErrorCode } from "../../common/errors";
import { HttpError } from "../http/http-error";

/** A client has had what it may have in a time. */
export class OutOfPoints extends HttpError {
  override name = "OutOfPoints";

  /**
   * @param what in words, it has had
   * @param waitMs until there is more
   */
  constructor(what: string, waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    const message = `This client has ${what}. There are new ones in ${seconds} s.`;
    super(ErrorCode.RATE_LIMITED, message, {
      headers: { "retry-after": String(seconds) },
      extensions: { retryAfterSeconds: seconds },
    });
  }
}
