import { startVisit, until, type Visit } from "./browser";

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

const BOARD = "/leaderboards/megaface-identification";
const ranked = (count: number) => new RegExp(`^${count} ranked`);

it("a shared link shows the same to others, and after reloading", async () => {
  const first = await visit.open(BOARD);
  await first.page.getByRole("checkbox", { name: "Angular margin" }).check();
  await first.page.getByRole("list", { name: "Year" }).getByText("2018").click();
  await first.page.getByText(ranked(6)).waitFor();
  const address = first.page.url().slice(visit.url.length);
  expect(address).toBe(`${BOARD}?family=angular-margin&year=2018`);
  const rows = await first.page.locator(".ranking tbody tr").allInnerTexts();
  const other = await visit.open(address);
  expect(await other.page.locator(".ranking tbody tr").allInnerTexts()).toEqual(rows);
  await other.page.reload({ waitUntil: "networkidle" });
  expect(await other.page.locator(".ranking tbody tr").allInnerTexts()).toEqual(rows);
});

it("the way back leads to the filters and the place where one was", async () => {
  const { page } = await visit.open(BOARD);
  await page.getByRole("checkbox", { name: "Angular margin" }).check();
  await page.getByText(ranked(7)).waitFor();
  const row = page.getByRole("rowheader").filter({ hasText: "Fiberhome" }).getByRole("link").first();
  await row.scrollIntoViewIfNeeded();
  const height = (await page.evaluate("scrollY")) as number;
  await row.click();
  await page.getByRole("heading", { level: 1, name: /Fiberhome/ }).waitFor();
  await page.goBack();
  await page.getByText(ranked(7)).waitFor();
  await until(async () => Math.abs(((await page.evaluate("scrollY")) as number) - height) < 5);
  await page.goBack();
  await page.getByText(ranked(46)).waitFor();
  expect(await page.getByRole("checkbox", { name: "Angular margin" }).isChecked()).toBe(false);
});

it("filters combine, count what would be, and go with one click", async () => {
  const { page } = await visit.open(BOARD);
  const years = page.getByRole("list", { name: "Year" });
  await page.getByRole("checkbox", { name: "Angular margin" }).check();
  await page.getByText(ranked(7)).waitFor();
  // Its own facet still counts the others, and what is unknown.
  const families = page.getByRole("list", { name: "Loss family" });
  expect((await families.innerText()).replace(/\s+/g, " ")).toMatch(/Metric learning 2 .*unknown 36/);
  await families.getByText("unknown").click();
  await page.getByText(ranked(43)).waitFor();
  await years.getByText("2018").click();
  await page.getByRole("button", { name: /Loss family Angular margin/ }).click();
  await page.getByRole("button", { name: "Remove all filters" }).click();
  await page.getByText(ranked(46)).waitFor();
  expect(page.url()).toBe(visit.url + BOARD);
});

it("each choice of a facet finds as many as it counts", async () => {
  const { page } = await visit.open(BOARD);
  const choices = page.locator(".facet .choice");
  await page.evaluate("for (const facet of document.querySelectorAll('.facet')) facet.open = true");
  const count = await choices.count();
  expect(count).toBeGreaterThan(40);
  for (let index = 0; index < count; index += 1) {
    const choice = choices.nth(index);
    const said = Number(await choice.locator(".count").innerText());
    if (said === 0) continue;
    const name = (await choice.innerText()).replace(/\s+/g, " ");
    await choice.getByRole("checkbox").check();
    await page.locator(".chips").waitFor();
    await page.getByText("of those selected").waitFor();
    await page.locator(".ranking[data-stale]").waitFor({ state: "detached" });
    const found = Number.parseInt(await page.locator(".table-head [role=status]").innerText(), 10);
    expect([name, found]).toEqual([name, said]);
    await page.locator(".chip").click();
    await page.getByText(ranked(46)).waitFor();
  }
});

it("the rule of ties, the split and the day are in the address", async () => {
  const { page } = await visit.open(`${BOARD}?split=set-2&ties=ORDINAL&asOf=2016-12-31`);
  const rows = page.locator(".ranking tbody tr");
  expect(await rows.count()).toBeLessThan(30);
  expect(await page.getByRole("slider", { name: "As of" }).getAttribute("aria-valuetext")).toMatch(/^2016-/);
  await page.getByRole("slider", { name: "As of" }).press("End");
  await page.waitForURL("**?split=set-2&ties=ORDINAL");
  await page.getByRole("combobox", { name: "Equal values" }).selectOption("DENSE");
  await page.waitForURL("**ties=DENSE");
  await page.locator(".says").getByText("equal values: 1, 2, 2, 3 (Dense)").waitFor();
});

it("is printed light, as a table, with all rows and without what only a screen needs", async () => {
  const { page } = await visit.open(BOARD, { colorScheme: "dark", viewport: { width: 800, height: 900 } });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".ranking thead").isVisible()).toBe(true);
  expect(await page.locator(".ranking tbody tr").count()).toBe(46);
  for (const part of [".top", ".facets", ".tools"]) expect(await page.locator(part).isVisible()).toBe(false);
  const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
  expect(paper).toBe("rgb(252, 251, 248)");
});
