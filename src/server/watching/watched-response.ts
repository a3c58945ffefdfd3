import type { ServerResponse } from "node:http";
import type { RequestWatch } from "../../watching/request-watch";

const watches = new WeakMap<ServerResponse, RequestWatch>();

/** Binds what is noted about a request to its response, from which every step of the way finds it. */
export function watchResponse(response: ServerResponse, watch: RequestWatch): void {
  watches.set(response, watch);
}

export function watchOf(response: ServerResponse): RequestWatch | undefined {
  return watches.get(response);
}
