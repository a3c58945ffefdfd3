import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A connection without a request may be new, its first one on the way; node itself would wait for that for ever. */
const LINGER_MS = 200;

/**
 * Follows the connections of a server, so that it can stop without breaking an answer.
 * @returns `announce`: still answers everything, but closes each connection after its answer, so that few are left when
 * it stops. `stop`: takes no new connections, closes the idle ones, lets running requests finish with
 * `Connection: close`, and after `graceMs` milliseconds cuts what is left. Resolves to true when nothing was cut.
 */
export function createDrain(server: Server): { announce(): void; stop(graceMs: number): Promise<boolean> } {
  const running = new Map<Socket, Set<ServerResponse>>();
  let announced = false;
  let draining = false;

  server.on("connection", (socket) => {
    running.set(socket, new Set());
    socket.once("close", () => running.delete(socket));
  });
  // In front of the handler, so that the header is there before the answer is written.
  server.prependListener("request", ({ socket }, response) => {
    running.get(socket)?.add(response);
    if (announced) response.setHeader("connection", "close");
    response.once("close", () => {
      const left = running.get(socket);
      left?.delete(response);
      if (draining && left?.size === 0) socket.end();
    });
  });

  function announce(): void {
    announced = true;
    for (const response of [...running.values()].flatMap((responses) => [...responses])) {
      if (!response.headersSent) response.setHeader("connection", "close");
    }
  }

  async function stop(graceMs: number): Promise<boolean> {
    announce();
    draining = true;
    const linger = setTimeout(() => {
      for (const [socket, responses] of running) if (responses.size === 0) socket.destroySoon();
    }, LINGER_MS);
    let cut = false;
    const timer = setTimeout(() => {
      cut = running.size > 0;
      server.closeAllConnections();
    }, graceMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(timer);
    clearTimeout(linger);
    return !cut;
  }

  return { announce, stop };
}
