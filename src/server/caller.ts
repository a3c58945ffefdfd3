import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { Cancellation, callerLeft } from "../common/cancellation";
import type { RequestWatch } from "../watching/request-watch";
import type { Charge } from "./execution/gateway";

/** Whoever waits for an answer. */
export class Caller {
  readonly headers: IncomingHttpHeaders;

  constructor(
    { headers }: IncomingMessage,
    private readonly response: ServerResponse,
    /** Takes notes of how the request goes. */
    readonly watch?: RequestWatch,
    /** Takes points for what is executed for them; rejects when there are not so many left. */
    readonly charge?: Charge,
    /** Counts an answer that is going to be kept for them; rejects when they may keep no more. */
    readonly admitKeeping?: () => Promise<void>,
  ) {
    this.headers = headers;
  }

  /** Calls back if the caller leaves before the answer is there. */
  onGone(callback: () => void): void {
    const onClose = () => {
      if (!this.response.writableFinished) callback();
    };
    if (this.response.destroyed) onClose();
    else this.response.once("close", onClose);
  }
}

/** Work for whoever waits, which is given up when they leave. */
export function workFor(asker: Pick<Caller, "onGone">): Cancellation {
  const work = new Cancellation();
  asker.onGone(() => work.cancel(callerLeft()));
  return work;
}
