import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { respond } from "../respond";
import type { AnswerBody } from "./answer-body";
import { acceptedEncoding } from "./compression";

/** Sends a body, compressed where that is worth it and the caller takes it. */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: AnswerBody | undefined,
): Promise<void> {
  const encoding = body?.isLarge ? acceptedEncoding(request.headers) : undefined;
  if (!body || !encoding) return respond(response, status, headers, body?.plain);
  respond(response, status, { ...headers, "content-encoding": encoding }, await body.in(encoding));
}
