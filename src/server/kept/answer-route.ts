import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import type { AnswerSource } from "../../common/answer-source";
import type { Cancellation } from "../../common/cancellation";
import { CallerError, ErrorCode } from "../../common/errors";
import { packageVersion } from "../../common/package";
import { admit } from "../admit";
import { etagOf, hasAnswer, REVALIDATED } from "../answers/etag";
import { Caller, workFor } from "../caller";
import type { Charge } from "../execution/gateway";
import type { GraphQLRoute } from "../graphql-route";
import { AnswerBody } from "../http/answer-body";
import { HttpError } from "../http/http-error";
import { sendBody } from "../http/send-body";
import { beforeDeadline } from "../limits/deadline";
import { respond } from "../respond";
import { respondOfAddress } from "../respond-of-address";
import { watchOf } from "../watching/watched-response";
import { type Form, isPage, pointsOf, shown } from "./shown-answer";

/** Where kept answers are. */
export const KEPT_ANSWERS = "/a/";

type AnswerRoute = GraphQLRoute & { keptAnswers: AnswerSource };

const HTML = "text/html";
const JSON_TYPE = "application/json";

/** Answers with a kept answer: as a page, as JSON, or one of its lists as a file. Nothing is executed for it. */
export async function answerKept(...asked: Parameters<typeof serve>): Promise<void> {
  try {
    await serve(...asked);
  } catch (error) {
    respondOfAddress(asked[2], error);
  }
}

async function serve(
  route: AnswerRoute,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<void> {
  // A link on a page of another site is how answers are cited.
  const charge = await admit(route, request, response);
  const [, id, ending] = /^([^/.]*)(?:\.([a-z]+))?$/.exec(path.slice(KEPT_ANSWERS.length)) ?? [];
  const form = ending ?? preferred(request);
  const list = new URLSearchParams(search).get("list");
  const { keptAnswers } = route;
  if (!id || !isForm(keptAnswers, form, list)) throw noSuchPath(keptAnswers);
  const etag = etagOf(
    `${packageVersion}\n${keptAnswers.publicUrl}\n${path.toLowerCase()}\n${form}\n${search}`,
  );
  const work = workFor(new Caller(request, response));
  const send = sendAnswer({ route, request, response, charge, etag, work }, id, form, list);
  await beforeDeadline(work, route.graphql.deadlineMs, send);
  const watch = watchOf(response);
  if (watch) watch.isComplete = true;
}

interface Asked {
  route: AnswerRoute;
  request: IncomingMessage;
  response: ServerResponse;
  charge: Charge | undefined;
  etag: string;
  work: Cancellation;
}

/** Sends an answer that is kept by the id. Nothing of it is made for who has it already, or asks for the headers alone. */
async function sendAnswer(
  { route: { keptAnswers }, request, response, charge, etag, work }: Asked,
  id: string,
  form: Form,
  list: string | null,
): Promise<void> {
  const answer = await keptAnswers.open(id, work).catch((error) => {
    throw toldOfPath(error);
  });
  // What is kept stays, but how it is shown may be another one with the next version.
  const kept = {
    etag,
    "cache-control": `public, ${REVALIDATED}`,
    vary: "accept, accept-encoding",
  };
  if (hasAnswer(request.headers["if-none-match"], etag)) return respond(response, 304, kept);
  const { headers, text } = await shown(answer, keptAnswers, form, list);
  if (request.method === "HEAD") return respond(response, 200, { ...headers, ...kept }, null);
  const points = pointsOf(await answer.bytes(), form);
  const watch = watchOf(response);
  if (watch) watch.cost = points;
  await charge?.(points);
  if (work.reason) throw work.reason;
  const body = new AnswerBody(await text());
  if (work.reason) throw work.reason;
  await sendBody(request, response, 200, { ...headers, ...kept }, body);
}

function isForm({ endings }: AnswerSource, form: Form, list: string | null): boolean {
  return form === "json" || isPage(form, list) || endings.includes(form);
}

function preferred({ headers }: IncomingMessage): "html" | "json" {
  const type = new Negotiator({ headers: { accept: headers.accept } }).mediaType([HTML, JSON_TYPE]);
  if (!type) {
    throw new HttpError(
      "NOT_ACCEPTABLE",
      `A kept answer is ${HTML} or ${JSON_TYPE}; the header "accept" takes neither.`,
    );
  }
  return type === JSON_TYPE ? "json" : "html";
}

/** An address of nothing has a status of its own. */
function toldOfPath(error: unknown): unknown {
  if (!(error instanceof CallerError) || error.extensions.code !== ErrorCode.NOT_FOUND) return error;
  return new HttpError("PATH_NOT_FOUND", error.message.replace(/^id: n/, "N"));
}

function noSuchPath({ endings }: AnswerSource): HttpError {
  const paths = ["/a/ID", "/a/ID.json", `/a/ID.(${endings.join("|")})`];
  return new HttpError(
    "PATH_NOT_FOUND",
    `There is no such form of an answer. There are ${paths.join(", ")}.`,
    {
      extensions: { paths },
    },
  );
}
