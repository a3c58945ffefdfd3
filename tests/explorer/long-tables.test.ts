import { createDataSource } from "../../src/graph/data-source";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { startVisit, until, type Visit } from "./browser";

const ROWS = 10_000;
/** Rows that may be in the page at once; a window shows about fifteen. */
const MOST_IN_PAGE = 120;

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit("empty", {}, async (url) => {
    const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
    const names = Array.from({ length: ROWS }, (_, index) => `Entry ${String(index + 1).padStart(5, "0")}`);
    const slugs = names.map((name) => name.toLowerCase().replace(" ", "-"));
    await loadRecords(
      dataSource,
      records({
        ...leaderboard("long"),
        submissions: names.map((name, index) => submission(name, { submittedOn: dayAt(index) })),
        scores: slugs.map((slug, index) => score(slug, "long", { a: String(90 - index / 200), b: "1" })),
      }),
    );
    await dataSource.destroy();
  });
}, 120_000);
afterAll(() => visit.close());

/** Days of thirty years. */
function dayAt(index: number): string {
  return new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
}

it("10,000 rows are read as one scrolls, and only those in sight are in the page", async () => {
  const { page, errors } = await visit.open("/leaderboards/long");
  await page.getByText("10000 ranked").waitFor();
  const table = page.locator(".ranking");
  expect(await table.getAttribute("aria-rowcount")).toBe(String(ROWS + 1));
  const rows = table.locator("tbody tr[aria-rowindex]");
  const lastIndex = async () => Number(await rows.last().getAttribute("aria-rowindex"));
  let most = 0;
  await until(async () => {
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    const count = await rows.count();
    if ((await lastIndex()) > 300) most = Math.max(most, count);
    return (await lastIndex()) === ROWS + 1;
  }, 1_500);
  expect(await rows.last().innerText()).toContain("Entry 10000");
  expect(most).toBeLessThan(MOST_IN_PAGE);
  await page.evaluate("scrollTo(0, document.body.scrollHeight / 2)");
  await until(async () => Math.abs((await lastIndex()) - ROWS / 2) < 200);
  const texts = await rows.locator(".c-place").allInnerTexts();
  const places = texts.map(Number);
  expect(places).toEqual(places.map((_, index) => (places[0] as number) + index));
  expect(errors).toEqual([]);
}, 180_000);
