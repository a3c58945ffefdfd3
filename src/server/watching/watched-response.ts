import type { ServerResponse } from "node:http";
import type { RequestWatch } from "../../watching/request-watch";

/** A property rather than a WeakMap, whose entries cost more to collect than all else that is noted. */
const WATCH = Symbol("watch");

type Watched = ServerResponse & { [WATCH]?: RequestWatch };

/** Binds what is noted about a request to its response, from which every step of the way finds it. */
export function watchResponse(response: ServerResponse, watch: RequestWatch): void {
  (response as Watched)[WATCH] = watch;
}

export function watchOf(response: ServerResponse): RequestWatch | undefined {
  return (response as Watched)[WATCH];
}
