import { type AddressInfo, createServer } from "node:net";
import type { PoolClient } from "pg";
import { cancelStatement } from "../../src/db/cancel-statement";

/** Asks a server that does this with each connection, and closes it. */
async function cancelAt(answer: Parameters<typeof createServer>[1]): Promise<boolean> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const client = { host: "127.0.0.1", port, ssl: false, processID: 1, secretKey: 2 };
  const isHeard = await cancelStatement(client as unknown as PoolClient);
  await new Promise((resolve) => server.close(resolve));
  return isHeard;
}

it("tells that the server has heard it when that has closed the connection", async () => {
  expect(await cancelAt((socket) => socket.once("data", () => socket.end()))).toBe(true);
});

it("tells when that is not certain: the server may hear it when the client executes something else", async () => {
  expect(await cancelAt((socket) => socket.on("error", () => {}).resume())).toBe(false);
});
