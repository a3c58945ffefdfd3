import { rmSync } from "node:fs";

/** Stops the embedded server of the tests, and takes its folder and the compiled program away. */
export default async function tearDown(): Promise<void> {
  const server = globalThis.scoregraphTestServer;
  await server?.postgres?.stop();
  for (const folder of [server?.folder, server?.program]) {
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}
