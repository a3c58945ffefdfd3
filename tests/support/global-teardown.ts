import { rmSync } from "node:fs";

/** Stops the embedded server of the tests, and takes its folder away. */
export default async function tearDown(): Promise<void> {
  const server = globalThis.scoregraphTestServer;
  await server?.postgres?.stop();
  if (server?.folder) rmSync(server.folder, { recursive: true, force: true });
}
