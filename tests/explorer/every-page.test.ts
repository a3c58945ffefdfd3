import { readFileSync } from "node:fs";
import { overflowOf, startVisit, type Visit } from "./browser";
import { PAGES } from "./pages";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 390, height: 844 } };

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

describe.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["on a phone", PHONE],
])("%s", (_name, options) => {
  it.each(PAGES)("%s keeps to itself, fits its window and has nothing for axe to find", async (address) => {
    const { page, errors, elsewhere } = await visit.open(address, options);
    expect(await page.getByRole("heading").count()).toBeGreaterThan(0);
    expect(await page.title()).toContain("Scoregraph");
    // As a tool of the browser would, past the page's policy.
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate("axe.run()")) as { violations: Violation[] };
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3)}`,
    );
    expect(found).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect([errors, elsewhere]).toEqual([[], []]);
    await page.context().close();
  });
});
