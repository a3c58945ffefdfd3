import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { startVisit, type Visit } from "./browser";

const docs = readFileSync(path.join(__dirname, "../../docs/for-builders.md"), "utf8");

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit("seeded", { CORS_ORIGINS: "*" });
});
afterAll(() => visit.close());

it("the example of the docs for builders works as a page of another site", async () => {
  const html = /```html\n(.*?)```/s.exec(docs)?.[1]?.replace("http://127.0.0.1:4000", visit.url);
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { page } = await visit.open("/healthz");
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const rows = page.locator("#rows li");
    await rows.nth(9).waitFor();
    expect(await rows.allInnerTexts()).toEqual(
      expect.arrayContaining([
        "1. THU CV-AI Lab: 77.977, loss unknown",
        "7. BingMMLab V1(iBUG cleaned data): 69.109, A-Softmax",
      ]),
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
