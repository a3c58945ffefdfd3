import { startVisit, type Visit } from "./browser";

let visit: Visit;
afterEach(() => visit.close());

it("says so when the service does not answer, and goes on when it does again", async () => {
  visit = await startVisit();
  const { page } = await visit.open("/");
  let isAway = true;
  await page.route("**/graphql", (route) => (isAway ? route.abort() : route.continue()));
  await page.getByRole("link", { name: "Losses" }).click();
  await page.getByRole("alert").getByText("The service cannot be reached.").waitFor();
  isAway = false;
  await page.getByRole("button", { name: "Ask again" }).click();
  await page.getByRole("link", { name: "ArcFace" }).waitFor();
});

it("offers what may have been meant", async () => {
  visit = await startVisit();
  const { page } = await visit.open("/losses/arcfase");
  await page.getByRole("alert").getByText("Nothing is known by this name.").waitFor();
  await page.getByRole("alert").getByRole("link", { name: "ArcFace" }).click();
  await page.getByRole("heading", { level: 1, name: "ArcFace" }).waitFor();
});

it("waits as long as it is told to when the points are spent", async () => {
  visit = await startVisit("seeded", { RATE_LIMIT_POINTS: "200" });
  const { page } = await visit.open("/leaderboards/megaface-identification");
  await page.getByText("Too many questions for a minute.").first().waitFor();
  expect(await page.getByText(/Asking again in \d+ s\./).count()).toBeGreaterThan(0);
});

it("shows an empty service as empty", async () => {
  visit = await startVisit("empty", {});
  const { page } = await visit.open("/submissions?family=angular-margin&year=1999");
  await page.getByText("No submission fulfils all filters.").waitFor();
});

it("tells where there is no page", async () => {
  visit = await startVisit();
  const { page } = await visit.open("/");
  await page.evaluate("history.pushState({}, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))");
  await page.getByRole("heading", { name: "There is no such page." }).waitFor();
});
