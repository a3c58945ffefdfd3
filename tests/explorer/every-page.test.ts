import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
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

/** What axe finds, each with some of the places. */
async function violationsIn(page: Page, part = "html"): Promise<string[]> {
  // As a tool of the browser would, past the page's policy.
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run("${part}")`)) as { violations: Violation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).slice(0, 3)}`);
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
    expect(await violationsIn(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect([errors, elsewhere]).toEqual([[], []]);
    await page.context().close();
  });
});

it("the query behind a view, and the suggestions of a search, have nothing for axe to find either", async () => {
  const { page } = await visit.open("/leaderboards/megaface-identification");
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search" }).waitFor();
  await page.keyboard.type("arcfase");
  await page.getByRole("option", { name: "ArcFace" }).first().waitFor();
  // While it suggests, React Aria hides the rest of the page from screen readers, which axe takes for the page's fault.
  expect(await violationsIn(page, ".search")).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Query" }).click();
  await page.getByRole("dialog").getByText("query Ranking(").waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});
