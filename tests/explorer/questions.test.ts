import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { startVisit, type Visit } from "./browser";

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

describe("a newcomer, by clicks alone", () => {
  it("sees who leads, since when, what is unknown of it, and which losses the first ten state", async () => {
    const { page } = await visit.open("/");
    await page.getByRole("link", { name: "MegaFace identification" }).click();
    const says = page.locator(".says");
    await says.getByText("THU CV-AI Lab").waitFor();
    const text = await says.innerText();
    expect(text).toMatch(/Leads\s+THU CV-AI Lab\s*77\.977 %/);
    expect(text).toContain("equal values: 1, 2, 2, 4 (Competition)");
    expect(text).toMatch(/Since\s+2017-12-12/);
    expect(text).toMatch(
      /Unknown of it\s+loss function, backbone, training data, whether the test set was cleaned/,
    );
    expect(text.replace(/\s+/g, " ")).toMatch(/Losses of the first 10 A-Softmax 4 .*unknown 4/);
  });

  it("answers the question about ArcFace: stated at place 21, and nobody else is said to use it", async () => {
    const { page } = await visit.open("/leaderboards/megaface-identification");
    await page.getByText("Loss function", { exact: true }).click();
    await page.getByRole("checkbox", { name: "ArcFace" }).check();
    await page.getByText("1 ranked of those selected").waitFor();
    const row = page.getByRole("row").filter({ hasText: "Fiberhome" });
    expect((await row.innerText()).replace(/\s+/g, " ")).toMatch(/^ ?21 1 .*57\.0462/);
    expect(await row.innerText()).toMatch(/stated: ?\s*ArcFace/);
    expect(new URL(page.url()).search).toBe("?loss=arcface");
  });

  it("sees how the two rows of BingMMLab differ", async () => {
    const { page } = await visit.open("/leaderboards/megaface-identification");
    await page.getByRole("checkbox", { name: "Compare BingMMLab V1(iBUG cleaned data)" }).check();
    await page.getByRole("checkbox", { name: "Compare BingMMLab-v1 (non-cleaned data)" }).check();
    await page.getByRole("link", { name: "Compare these 2" }).click();
    await page.getByRole("checkbox", { name: "Only what differs" }).check();
    const table = page.getByRole("table");
    await table.getByText("test set not cleaned").waitFor();
    const names = await table.locator("tbody th").allInnerTexts();
    expect(names.map((name) => name.split("\n")[0])).toEqual(
      expect.arrayContaining(["Variant of", "Test set cleaning"]),
    );
    expect(names.join()).not.toContain("Backbone");
    expect(await table.innerText()).toContain("the only difference");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy as LaTeX" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("\\toprule");
  });

  it("carries the table that is shown into LaTeX", async () => {
    const { page } = await visit.open(
      "/leaderboards/megaface-identification?family=angular-margin&ties=DENSE",
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "LaTeX", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.tex$/);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toContain("\\toprule");
    expect(text).toContain("Places: dense.");
    expect(text.match(/\\\\/g)).toHaveLength(8);
    expect(text).not.toContain("THU CV-AI Lab");
  });

  it("takes the query along: to the playground, and as code that gives the same", async () => {
    const { page } = await visit.open("/leaderboards/megaface-identification?loss=arcface");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Query" }).click();
    const dialog = page.getByRole("dialog");
    const link = await dialog.getByRole("link", { name: "Open in the playground" }).getAttribute("href");
    const asked = new URLSearchParams(link?.split("?")[1]);
    expect(asked.get("query")).toContain("query Ranking(");
    const answer = await fetch(`${visit.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query: asked.get("query"),
        variables: JSON.parse(asked.get("variables") ?? "{}"),
      }),
    });
    const { data, errors } = (await answer.json()) as Record<
      string,
      { leaderboard: { ranking: { totalCount: number } } }
    >;
    expect([errors, data?.leaderboard.ranking.totalCount]).toEqual([undefined, 1]);
    const runs = [
      ["curl", "sh", ["-c"]],
      ["TypeScript", process.execPath, ["--input-type=module", "-e"]],
      ["Python", "python3", ["-c"]],
    ] as const;
    for (const [name, program, options] of runs) {
      await dialog.getByRole("button", { name: `Copy as ${name}` }).click();
      const code = (await page.evaluate("navigator.clipboard.readText()")) as string;
      const { stdout, stderr, status } = spawnSync(program, [...options, code], { encoding: "utf8" });
      expect([name, status, stderr]).toEqual([name, 0, ""]);
      expect(stdout).toContain("totalCount");
    }
  });
});

describe("an answer to be cited", () => {
  const ARCFACE = "/leaderboards/megaface-identification?loss=arcface";
  const KEEP = { name: "Keep as a citable answer" };

  it("is kept as it is shown, and can be read at its address", async () => {
    const { page } = await visit.open(ARCFACE);
    await page.getByRole("button", { name: "Query" }).click();
    await page.getByRole("button", KEEP).click();
    await page.getByRole("link", { name: /\/a\/[0-9a-z]{20}$/ }).click();
    await page.getByRole("heading", { name: "Ranking", level: 1 }).waitFor();
    await page.getByRole("cell", { name: "57.0462" }).first().waitFor();
  });

  it("is not offered where the service keeps none", async () => {
    const { page } = await visit.open(ARCFACE);
    await page.route("**/graphql", async (route) => {
      if (route.request().postDataJSON().operationName !== "Keeping") return route.continue();
      return route.fulfill({ json: { data: { meta: { keepsAnswers: false, __typename: "Meta" } } } });
    });
    const told = page.waitForResponse((answer) => answer.request().postData()?.includes("Keeping") ?? false);
    await page.getByRole("button", { name: "Query" }).click();
    await told;
    expect(await page.getByRole("button", KEEP).count()).toBe(0);
  });
});

it("search forgives slips, by keys alone", async () => {
  const { page } = await visit.open("/");
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search" }).waitFor();
  await page.keyboard.type("arcfase");
  await page.getByRole("option", { name: "ArcFace" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/losses/arcface");
  await page.getByRole("heading", { name: "ArcFace", level: 1 }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("bingmlab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=bingmlab");
  await page
    .getByRole("list", { name: "Found" })
    .getByRole("link", { name: "BingMMLab", exact: true })
    .waitFor();
});
