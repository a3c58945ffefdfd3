import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExportSource, OpenExport, PlannedExport } from "../../common/export-source";
import type { Log } from "../../common/log";
import { packageVersion } from "../../common/package";
import { admit } from "../admit";
import { etagOf, hasAnswer } from "../answers/etag";
import { Caller, workFor } from "../caller";
import type { Charge } from "../execution/gateway";
import type { GraphQLRoute } from "../graphql-route";
import { HttpError } from "../http/http-error";
import { checkVariables } from "../input-check";
import { beforeDeadline } from "../limits/deadline";
import { respond } from "../respond";
import { respondOfAddress } from "../respond-of-address";
import { watchOf } from "../watching/watched-response";
import { chargeFor, KEPT, sendExport } from "./send-export";

/** Where files are. */
export const EXPORTS = "/export/";

type ExportRoute = GraphQLRoute & { exports: ExportSource; log: Log };

/**
 * Answers with a list as a file, streamed, within the limits of the query that it stands for. A file has no place for
 * errors: they come in the one shape, with the statuses that GraphQL's own media type has.
 */
export async function answerExport(
  route: ExportRoute,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<void> {
  try {
    await serve(route, request, response, path, search);
  } catch (error) {
    // What has begun cannot become an error any more: it is cut off, so that nobody takes it for the whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    respondOfAddress(response, error);
  }
}

async function serve(
  route: ExportRoute,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<void> {
  const { headers } = request;
  const watch = watchOf(response);
  if (watch) route.watching.beginOperation(watch, request);
  const charge = await admit(route, request, response);
  const plan = planOf(route, path, search);
  checkVariables(plan.document, plan.variables);
  const { settings = "" } = plan;
  const tagOf = (revision: string) =>
    etagOf([packageVersion, revision, path, sorted(search), settings].join("\n"));
  const etag = headers["if-none-match"] && tagOf(await route.exports.readRevision());
  if (etag && hasAnswer(headers["if-none-match"], etag)) {
    respond(response, 304, { etag, "cache-control": KEPT });
  } else {
    await read(plan, tagOf, { route, request, response, charge });
  }
  if (watch) watch.isComplete = true;
}

interface Asked {
  route: ExportRoute;
  request: IncomingMessage;
  response: ServerResponse;
  charge: Charge | undefined;
}

/** Reads a file and sends it before the deadline. */
async function read(
  plan: PlannedExport,
  tagOf: (revision: string) => string,
  { route, request, response, charge }: Asked,
): Promise<void> {
  const { graphql } = route;
  const watch = watchOf(response);
  const work = workFor(new Caller(request, response));
  let open: OpenExport | undefined;
  const send = async () => {
    try {
      const pages = plan.pages?.();
      // Where that can be, nothing is read for whoever cannot pay for it.
      const paid = pages && (await chargeFor({ pages }, graphql, charge));
      open = await plan.open(work, watch && ((text, timing) => watch.statement(text, timing)));
      const points = paid ?? (await chargeFor(open, graphql, charge));
      if (watch) watch.cost = points;
      await sendExport(open, tagOf(open.revision), request, response, route.log);
    } finally {
      await open?.close();
    }
  };
  await beforeDeadline(work, plan.deadlineMs ?? graphql.deadlineMs, send());
}

/** The same parameters in another order ask for the same. */
function sorted(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.sort();
  return String(parameters);
}

// Called `source` here, for within a module of CommonJS `exports` is its own.
function planOf({ exports: source, queries }: ExportRoute, path: string, search: string): PlannedExport {
  if (queries) {
    throw new HttpError("QUERY_NOT_LISTED", "Only listed queries are answered here, so there are no files.");
  }
  const plan = source.plan(path.slice(EXPORTS.length), new URLSearchParams(search));
  if (plan) return plan;
  const { paths } = source;
  throw new HttpError("PATH_NOT_FOUND", `There is no such file. There are ${paths.join(", ")}.`, {
    extensions: { paths },
  });
}
