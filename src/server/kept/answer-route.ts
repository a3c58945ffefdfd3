import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import type { AnswerSource } from "../../common/answer-source";
import { CallerError, ErrorCode } from "../../common/errors";
import { packageVersion } from "../../common/package";
import { etagOf, hasAnswer } from "../answers/etag";
import type { GraphQLRoute } from "../graphql-route";
import { AnswerBody } from "../http/answer-body";
import { refuseCrossSite } from "../http/cross-site";
import { HttpError } from "../http/http-error";
import { setOriginHeaders } from "../http/origins";
import { sendBody } from "../http/send-body";
import { respond } from "../respond";
import { respondOfAddress } from "../respond-of-address";
import { checkStarted } from "../watching/watch-routes";
import { watchOf } from "../watching/watched-response";
import { answerHtml, answerJson, PAGE_POLICY } from "./answer-document";

/** Where kept answers are. */
export const KEPT_ANSWERS = "/a/";

type AnswerRoute = GraphQLRoute & { keptAnswers: AnswerSource };

const HTML = "text/html";
const JSON_TYPE = "application/json";

/** What is sent of an answer. */
interface Sent {
  headers: Record<string, string>;
  text: string;
}

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
  const { headers } = request;
  setOriginHeaders(route.origins, headers, response);
  checkStarted(route.readiness);
  // A link on a page of another site is how answers are cited.
  if (headers["sec-fetch-mode"] !== "navigate") refuseCrossSite(headers, route.origins);
  await route.budget?.admit(request, response);
  const [, id, ending] = /^([^/.]*)(?:\.([a-z]+))?$/.exec(path.slice(KEPT_ANSWERS.length)) ?? [];
  const form = ending ?? preferred(request);
  const sent = await (id ? sentAs(route.keptAnswers, id, form, search) : undefined);
  if (!sent) throw noSuchPath(route.keptAnswers);
  const etag = etagOf(`${packageVersion}\n${path.toLowerCase()}\n${form}\n${search}`);
  // What is kept stays, but how it is shown may be another one with the next version.
  const kept = {
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    vary: "accept, accept-encoding",
  };
  const watch = watchOf(response);
  if (watch) watch.isComplete = true;
  if (hasAnswer(headers["if-none-match"], etag)) return respond(response, 304, kept);
  await sendBody(request, response, 200, { ...sent.headers, ...kept }, new AnswerBody(sent.text));
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

async function sentAs(
  answers: AnswerSource,
  id: string,
  form: string,
  search: string,
): Promise<Sent | undefined> {
  const list = new URLSearchParams(search).get("list");
  try {
    if (form === "json") {
      return {
        headers: { "content-type": `${JSON_TYPE}; charset=utf-8` },
        text: answerJson(await answers.view(id)),
      };
    }
    // A list may be had as HTML, too: the page is where none is named.
    if (form === "html" && list === null) {
      const text = answerHtml(await answers.view(id), answers.endings);
      const headers = {
        "content-type": `${HTML}; charset=utf-8`,
        "content-security-policy": PAGE_POLICY,
        "referrer-policy": "no-referrer",
      };
      return { headers, text };
    }
    if (!answers.endings.includes(form)) return undefined;
    const { fileName, mediaType, text } = await answers.file(id, form, list);
    return {
      headers: { "content-type": mediaType, "content-disposition": `attachment; filename="${fileName}"` },
      text,
    };
  } catch (error) {
    throw toldOfPath(error);
  }
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
