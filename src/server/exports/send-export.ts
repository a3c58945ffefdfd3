import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CallerError, ErrorCode } from "../../common/errors";
import type { OpenExport } from "../../common/export-source";
import type { Log } from "../../common/log";
import { REVALIDATED } from "../answers/etag";
import type { Charge } from "../execution/gateway";
import type { GraphQLServer } from "../graphql-server";
import { acceptedEncoding, compress } from "../http/compression";
import { reportInternalError } from "../internal-error";
import { isTold } from "../respond-of-address";
import { watchOf } from "../watching/watched-response";

/** A picture that is opened by itself loads nothing and executes nothing. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

export const KEPT = `public, ${REVALIDATED}`;

/**
 * Refuses what costs more than a file may, and has the client charged for what it costs: as the queries, page by page,
 * that would give the same.
 */
export async function chargeFor(
  { pages, points: fixed }: Pick<OpenExport, "pages" | "points">,
  { costs, fileCost }: Pick<GraphQLServer, "costs" | "fileCost">,
  charge: Charge | undefined,
): Promise<number> {
  if (fixed !== undefined) {
    await charge?.(fixed);
    return fixed;
  }
  let points = 0;
  for (const { document, variables } of pages) points += costs.of(document, undefined, variables) ?? 0;
  if (points > fileCost) {
    const message = `This file costs ${points} points; one may cost ${fileCost}. Ask for the beginning of the list by \`first\`, or for less of it by \`where\`.`;
    throw new CallerError(ErrorCode.QUERY_TOO_EXPENSIVE, message, {
      argument: "first",
      cost: { requested: points, limit: fileCost },
    });
  }
  await charge?.(points);
  return points;
}

/** Sends a file piece by piece, as fast as its reader takes it. Rejects when it cannot be read to its end. */
export async function sendExport(
  { fileName, mediaType, text, isPicture }: OpenExport,
  etag: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const pieces = text[Symbol.asyncIterator]();
  // Until the first piece is there, what fails can be told.
  let first = await pieces.next();
  const encoding = isPicture && typeof first.value === "string" ? acceptedEncoding(headers) : undefined;
  // A drawing is one piece, most of it outlines of letters: a tenth of it is left.
  if (encoding) first = { done: false, value: await compress(first.value, encoding) };
  if (isPicture) response.appendHeader("vary", "accept-encoding");
  const watch = watchOf(response);
  response.writeHead(200, {
    "content-type": mediaType,
    "content-disposition": `${isPicture ? "inline" : "attachment"}; filename="${fileName}"`,
    ...(isPicture && { "content-security-policy": PICTURE_POLICY }),
    ...(encoding && { "content-encoding": encoding }),
    "x-content-type-options": "nosniff",
    "cache-control": KEPT,
    etag,
    ...(watch && { "x-request-id": watch.id }),
  });
  if (method === "HEAD") {
    await pieces.return?.();
    response.end();
    return;
  }
  const next = () =>
    pieces.next().catch((error: unknown) => {
      // It cannot be answered with any more, but must be known.
      if (!isTold(error)) reportInternalError(watch?.log ?? log, error, { path: fileName });
      if (watch) watch.isFaulty = true;
      throw error;
    });
  const all = async function* () {
    for (let piece = first; !piece.done; piece = await next()) yield piece.value;
  };
  await pipeline(Readable.from(all()), response);
}
