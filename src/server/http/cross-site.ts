import type { IncomingHttpHeaders } from "node:http";
import type { Origins } from "../../common/origins";
import { HttpError } from "./http-error";
import { mayCall } from "./origins";

/** A page can send these to another site only after the browser has asked whether it may. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name"];

/**
 * Refuses what a page of another site may have made a browser send: by a link, an image, a form. Such a page could not
 * read the answer, but it could make its readers ask what it likes, as often as it likes.
 * @throws HttpError 403
 */
export function refuseCrossSite(headers: IncomingHttpHeaders, origins: Origins): void {
  // The body of a POST was, or will be, required to be JSON.
  if (headers["content-type"] !== undefined || PREFLIGHT_HEADERS.some((name) => headers[name])) return;
  const site = headers["sec-fetch-site"];
  if (site === "same-origin" || site === "none") return;
  if (site !== undefined && mayCall(origins, headers.origin)) return;
  // Browsers that do not say where a request comes from, being old or called by plain HTTP, call themselves this.
  if (site === undefined && !headers["user-agent"]?.startsWith("Mozilla/")) return;
  throw new HttpError(
    "CROSS_SITE_REQUEST",
    `A page of another site may have sent this request. Send the header "${PREFLIGHT_HEADERS[0]}: 1" with it, or POST.`,
  );
}
