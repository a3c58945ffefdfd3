import type { IncomingHttpHeaders } from "node:http";
import { type Log, withFields } from "../common/log";
import { requestId } from "./request-id";
import type { RequestTrace } from "./tracing/request-trace";

/** One SQL statement of a request, without its values. */
export interface WatchedStatement {
  text: string;
  ms: number;
  failed: boolean;
}

const NONE: readonly WatchedStatement[] = [];

/** How the answer cache took part in an answer. */
export type CacheUse = "hit" | "miss" | "collapsed" | "bypass";

/** How a statement went, as the database layer tells it. */
interface StatementTiming {
  begun: number;
  ms: number;
  failed: boolean;
}

/** What is noted about one request while it is answered. Who answers it fills it in. */
export class RequestWatch {
  readonly id: string;
  readonly begun = performance.now();
  /** It asks for GraphQL: only such requests are counted by operation. */
  isOperation = false;
  /** Name of the operation, once it is known to be one of a valid document. */
  operation: string | undefined;
  /** SHA-256 of the document. */
  documentHash: string | undefined;
  /** What the query was reckoned to cost, where costs are reckoned. */
  cost: number | undefined;
  cache: CacheUse | undefined;
  isComplete = false;
  isFaulty = false;
  trace: RequestTrace | undefined;
  private sent: WatchedStatement[] | undefined;
  private ownLog: Log | undefined;

  constructor(
    headers: IncomingHttpHeaders,
    private readonly sharedLog: Log,
  ) {
    this.id = requestId(headers["x-request-id"]);
  }

  /** Takes note of a statement that has ended. */
  statement(text: string, { begun, ms, failed }: StatementTiming): void {
    this.sent ??= [];
    this.sent.push({ text, ms, failed });
    this.trace?.statement(text, begun, ms, failed);
  }

  /** The statements that have ended. */
  get statements(): readonly WatchedStatement[] {
    return this.sent ?? NONE;
  }

  /** The log, with the request's id in every line. */
  get log(): Log {
    this.ownLog ??= withFields(this.sharedLog, { requestId: this.id, ...this.trace?.logFields });
    return this.ownLog;
  }
}
