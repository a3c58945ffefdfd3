import { type Context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { RequestOutcome } from "../outcome";

/** Longer texts come of large filters; a collector would refuse or cut them. */
const LONGEST_TEXT = 8_192;

/** What a trace tells of a request. */
interface Traced {
  id: string;
  operation: string | undefined;
  documentHash: string | undefined;
  cache: string | undefined;
  cost: number | undefined;
}

/** The span of one request, with a span below it for each SQL statement. */
export class RequestTrace {
  private readonly span: Span;
  private readonly within: Context;

  constructor(
    private readonly tracer: Tracer,
    caller: Context,
    method: string,
  ) {
    const attributes = { "http.request.method": method, "url.path": "/graphql" };
    this.span = tracer.startSpan("GraphQL", { kind: SpanKind.SERVER, attributes }, caller);
    this.within = trace.setSpan(caller, this.span);
  }

  /** What finds the trace from a line of the log. */
  get logFields(): { traceId: string } {
    return { traceId: this.span.spanContext().traceId };
  }

  /** Adds a statement that has ended; `begun` is a time as `performance.now()` counts. */
  statement(text: string, begun: number, ms: number, failed: boolean): void {
    if (!this.span.isRecording()) return;
    const startTime = performance.timeOrigin + begun;
    const verb = /^\s*(\w+)/.exec(text)?.[1].toUpperCase() ?? "SQL";
    const attributes = {
      "db.system.name": "postgresql",
      "db.operation.name": verb,
      "db.query.text": text.slice(0, LONGEST_TEXT),
    };
    const span = this.tracer.startSpan(verb, { kind: SpanKind.CLIENT, startTime, attributes }, this.within);
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(startTime + ms);
  }

  end({ id, operation, documentHash, cache, cost }: Traced, outcome: RequestOutcome, status?: number): void {
    if (this.span.isRecording()) {
      if (operation) this.span.updateName(`query ${operation}`);
      this.span.setAttributes({
        "graphql.operation.type": operation ? "query" : undefined,
        "graphql.operation.name": operation,
        "graphql.document.hash": documentHash,
        "http.response.status_code": status,
        "scoregraph.request_id": id,
        "scoregraph.outcome": outcome,
        "scoregraph.cache": cache,
        "scoregraph.cost": cost,
      });
      if (outcome === "internal_error" || outcome === "unavailable") {
        this.span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
      }
    }
    this.span.end();
  }
}
