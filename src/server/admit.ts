import type { IncomingMessage, ServerResponse } from "node:http";
import type { Charge } from "./execution/gateway";
import type { GraphQLRoute } from "./graphql-route";
import { refuseCrossSite } from "./http/cross-site";
import { setOriginHeaders } from "./http/origins";
import { checkStarted } from "./watching/watch-routes";

/**
 * Lets a request for an address in, which a link on a page of another site may lead to; nothing else there may ask. Gives what
 * takes points from whoever asks.
 * @throws what is to be answered instead
 */
export async function admit(
  { origins, readiness, budget }: Pick<GraphQLRoute, "origins" | "readiness" | "budget">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Charge | undefined> {
  const { headers } = request;
  setOriginHeaders(origins, headers, response);
  checkStarted(readiness);
  if (headers["sec-fetch-mode"] !== "navigate") refuseCrossSite(headers, origins);
  return budget?.admit(request, response);
}
