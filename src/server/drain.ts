import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * Follows the connections of a server, so that it can stop without breaking an answer.
 * @returns `stop`: takes no new connections, closes the idle ones, lets running requests finish with
 * `Connection: close`, and after `graceMs` milliseconds cuts what is left. Resolves to true when nothing was cut.
 */
export function createDrain(server: Server): { stop(graceMs: number): Promise<boolean> } {
  const running = new Map<Socket, Set<ServerResponse>>();
  let draining = false;

  server.on("connection", (socket) => {
    running.set(socket, new Set());
    socket.once("close", () => running.delete(socket));
  });
  // In front of the handler, so that the header is there before the answer is written.
  server.prependListener("request", ({ socket }, response) => {
    running.get(socket)?.add(response);
    if (draining) response.setHeader("connection", "close");
    response.once("close", () => {
      const left = running.get(socket);
      left?.delete(response);
      if (draining && left?.size === 0) socket.end();
    });
  });

  async function stop(graceMs: number): Promise<boolean> {
    draining = true;
    for (const [socket, responses] of running) {
      // A connection without a request may be new: node itself would wait for its first request.
      if (responses.size === 0) socket.destroySoon();
      for (const response of responses) {
        if (!response.headersSent) response.setHeader("connection", "close");
      }
    }
    let cut = false;
    const timer = setTimeout(() => {
      cut = running.size > 0;
      server.closeAllConnections();
    }, graceMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(timer);
    return !cut;
  }

  return { stop };
}
