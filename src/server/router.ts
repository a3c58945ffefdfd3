import type { IncomingMessage, ServerResponse } from "node:http";
import type { AnswerSource } from "../common/answer-source";
import { CallerError, type ErrorCode } from "../common/errors";
import type { ExportSource } from "../common/export-source";
import type { Log } from "../common/log";
import type { Metrics } from "../watching/metrics/metrics";
import { EXPLORER_FILES } from "../web/explorer-pages";
import { type Asset, sendAsset } from "./assets";
import { type Explorer, isExplorerPage } from "./explorer";
import { answerExport, EXPORTS } from "./exports/export-route";
import { answerGraphQL, type GraphQLRoute, METHODS, wantsPage } from "./graphql-route";
import { HttpError } from "./http/http-error";
import { reportInternalError } from "./internal-error";
import { answerKept, KEPT_ANSWERS } from "./kept/answer-route";
import type { Playground } from "./playground";
import { respond, respondError } from "./respond";
import type { Readiness } from "./watching/readiness";
import { sendHealth, sendMetrics, sendReadiness } from "./watching/watch-routes";
import { watchOf, watchResponse } from "./watching/watched-response";

/** `search` is the URL's part from the question mark on. */
type Handler = (request: IncomingMessage, response: ServerResponse, search: string) => Promise<void> | void;

interface Route {
  methods: readonly string[];
  handle: Handler;
}

const READ_ONLY = ["GET", "HEAD"];

/** Longest piece of a caller's text that an error repeats. */
const MAX_ECHO = 200;

/** What the routes answer with. */
export interface RouterOptions extends GraphQLRoute {
  playground: Playground;
  /** The page at `/`; without it, `/` leads to the playground. */
  explorer: Explorer | undefined;
  log: Log;
  readiness: Readiness;
  metrics: Metrics | undefined;
  /** Gives files; none when not given. */
  exports: ExportSource | undefined;
  /** Gives answers that were kept; none when not given. */
  keptAnswers: AnswerSource | undefined;
}

/** Makes the function that answers every HTTP request. It never throws, and every request gets an answer. */
export function createRouter(options: RouterOptions) {
  const { watching } = options;
  const routes = routeTable(options);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { path, search } = splitUrl(request, routes);
      await findRoute(routes, options, request, path).handle(request, response, search);
    } catch (error) {
      if (error instanceof HttpError) return respondError(response, error);
      if (error instanceof CallerError) return respondError(response, asHttpError(error));
      // The caller left before the whole request had arrived: there is nobody to answer.
      if (request.socket.destroyed) return;
      const path = request.url?.split("?")[0].slice(0, MAX_ECHO);
      const { message, code, id } = reportInternalError(watchOf(response)?.log ?? options.log, error, {
        path,
      });
      respondError(response, new HttpError(code, message, { extensions: { id } }));
    }
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const watch = watching.begin(request);
    watchResponse(response, watch);
    await answer(request, response);
    watching.end(watch, response.headersSent ? response.statusCode : undefined);
  };
}

function routeTable(options: RouterOptions): ReadonlyMap<string, Route> {
  const { playground, explorer, readiness, metrics } = options;
  const redirect: Handler = (_request, response) => respond(response, 302, { location: "/playground" });
  const table: [string, Route][] = [
    ["/", explorer ? assetRoute(explorer.page) : { methods: READ_ONLY, handle: redirect }],
    [
      "/graphql",
      {
        methods: METHODS,
        handle: (request, response, search) =>
          request.method === "GET" && wantsPage(request, search)
            ? sendAsset(request, response, playground.page)
            : answerGraphQL(options, request, response, search),
      },
    ],
    ["/healthz", { methods: READ_ONLY, handle: (_request, response) => sendHealth(response) }],
    ["/readyz", { methods: READ_ONLY, handle: (_request, response) => sendReadiness(response, readiness) }],
    ["/playground/", { methods: READ_ONLY, handle: redirect }],
    ["/playground", assetRoute(playground.page)],
  ];
  if (metrics) {
    table.push([
      "/metrics",
      { methods: READ_ONLY, handle: (_request, response) => sendMetrics(response, metrics) },
    ]);
  }
  for (const [name, file] of playground.files) table.push([`/playground/${name}`, assetRoute(file)]);
  for (const [address, file] of explorer?.files ?? []) table.push([address, assetRoute(file)]);
  return new Map(table);
}

function assetRoute(file: Asset): Route {
  return { methods: READ_ONLY, handle: (request, response) => sendAsset(request, response, file) };
}

/** Pages have addresses without number; one page shows them all. */
function pageRoute({ explorer }: RouterOptions, path: string): Route | undefined {
  return explorer && isExplorerPage(path) ? assetRoute(explorer.page) : undefined;
}

function asHttpError({ message, extensions }: CallerError): HttpError {
  const { code, ...rest } = extensions;
  return new HttpError(code as ErrorCode, message, { extensions: rest });
}

/** Takes a URL apart; most are so plain that this needs no parser. */
function splitUrl(
  { url = "" }: IncomingMessage,
  routes: ReadonlyMap<string, Route>,
): { path: string; search: string } {
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (routes.has(path) && !url.includes("#")) {
    const search = mark < 0 ? "" : url.slice(mark);
    return { path, search: search === "?" ? "" : search };
  }
  try {
    const { pathname, search } = new URL(`http://localhost${url}`);
    return { path: pathname, search };
  } catch {
    throw new HttpError("BAD_REQUEST", "The URL of the request cannot be read.");
  }
}

/** Files and kept answers have addresses without number; all begin alike. */
function countlessRoute(
  { exports: source, keptAnswers, ...options }: RouterOptions,
  path: string,
): Route | undefined {
  if (source && path.startsWith(EXPORTS)) {
    return {
      methods: READ_ONLY,
      handle: (request, response, search) =>
        answerExport({ ...options, exports: source }, request, response, path, search),
    };
  }
  if (keptAnswers && path.startsWith(KEPT_ANSWERS)) {
    return {
      methods: READ_ONLY,
      handle: (request, response, search) =>
        answerKept({ ...options, keptAnswers }, request, response, path, search),
    };
  }
  return undefined;
}

function findRoute(
  routes: ReadonlyMap<string, Route>,
  options: RouterOptions,
  request: IncomingMessage,
  path: string,
): Route {
  const route = routes.get(path) ?? countlessRoute(options, path) ?? pageRoute(options, path);
  if (!route) {
    const paths = [...routes.keys()].filter(
      (served) => !served.startsWith("/playground/") && !served.startsWith(EXPLORER_FILES),
    );
    const message = `Nothing is served at ${path.slice(0, MAX_ECHO)}. Served are ${paths.join(", ")}.`;
    throw new HttpError("PATH_NOT_FOUND", message, { extensions: { paths } });
  }
  if (!route.methods.includes(request.method ?? "")) {
    const allow = route.methods.join(", ");
    const message = `${path} does not accept ${request.method}; it accepts ${allow}.`;
    throw new HttpError("METHOD_NOT_ALLOWED", message, { headers: { allow } });
  }
  return route;
}
