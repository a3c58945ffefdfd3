import { startVisit, type Visit } from "./browser";
import { PAGES } from "./pages";

/** Of script, compressed, until a page shows what it is for. */
const MOST_BYTES = 200_000;

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

it.each(["/", "/leaderboards/megaface-identification", "/compare?ref=a", "/submissions"])(
  "%s needs less than 200 kB of script",
  async (address) => {
    const { page } = await visit.open("/losses/no-such-loss");
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    const context = await page.context().browser()?.newContext();
    const fresh = await context?.newPage();
    fresh?.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          bytes += responseBodySize;
        }),
      );
    });
    await fresh?.goto(visit.url + address);
    await fresh?.waitForLoadState("networkidle");
    await Promise.all(sizes);
    console.log(`${address}: ${Math.round(bytes / 1000)} kB of script`);
    expect(bytes).toBeGreaterThan(30_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  },
);

it("takes files from its own memory on the second page", async () => {
  const { page } = await visit.open(PAGES[0] as string);
  const fetched: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/explorer/assets/") && !response.fromServiceWorker()) {
      const { responseBodySize } = await response.request().sizes();
      if (responseBodySize > 0) fetched.push(response.url());
    }
  });
  await page.reload({ waitUntil: "networkidle" });
  expect(fetched).toEqual([]);
});
