import { readFileSync } from "node:fs";
import path from "node:path";
import type { NamedResult } from "../../src/importers/named-result";
import { readMegafacePage } from "../support/megaface-page";

const PAGE = readFileSync(path.join(__dirname, "../fixtures/megaface-page/results.txt"), "utf8");

let page: Awaited<ReturnType<typeof readMegafacePage>>;
beforeAll(async () => {
  page = await readMegafacePage(PAGE);
});

const tabled = () => page.results.filter(({ scores }) => scores.length > 0);
const described = () => page.results.filter(({ submission }) => submission.description);
const named = (name: string) =>
  page.results.find(({ submission }) => submission.name === name) as NamedResult;
const atLine = (line: number) =>
  page.results.find(({ submission }) => submission.description?.line === line) as NamedResult;
const claims = ({ submission }: NamedResult) =>
  [submission.lossFunctions, submission.backbones, submission.trainingDatasets].flatMap((list) =>
    (list ?? []).map(({ name, term, place }) => `${place.line}:${place.column} ${term} = ${name}`),
  );
const papers = ({ submission }: NamedResult) =>
  (submission.papers ?? []).map(({ title, place }) => `${place.line}:${place.column} ${title}`);

describe("tables", () => {
  it("that are printed again are not new data", () => {
    expect(tabled()).toHaveLength(6);
    expect(tabled().map(({ scores }) => scores.length)).toEqual([4, 4, 4, 4, 4, 4]);
    expect(tabled().map(({ submission }) => submission.place.line)).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it("are about what their title or the headings that close them say, not what texts of images say", () => {
    const boards = named("Heron - Large").scores.map(
      ({ leaderboard, split, reported, place }) =>
        `${place.line}:${place.column} ${leaderboard.name} ${split} ${reported}`,
    );
    expect(boards).toEqual([
      "8:26 MegaFace Identification Rate Set 1 60.125",
      "8:34 MegaFace Identification Rate Set 2 60.25",
      "143:26 MegaFace Verification Rate Set 1 72.5",
      "143:32 MegaFace Verification Rate Set 2 72.5",
    ]);
  });

  it("have the unit of their signs, and no direction, for the page says none", () => {
    expect(named("Heron - Large").scores[0].leaderboard.metric).toEqual({
      name: "Identification Rate",
      unit: "%",
      direction: "UNKNOWN",
    });
  });

  it("have the direction that a curator says", async () => {
    const directions = new Map([["identification rate", "HIGHER_IS_BETTER" as const]]);
    const { results } = await readMegafacePage(PAGE, { directions });
    const metrics = results.flatMap(({ scores }) => scores.map(({ leaderboard }) => leaderboard.metric));
    expect(new Set(metrics.map(({ name, direction }) => `${name} ${direction}`))).toEqual(
      new Set(["Identification Rate HIGHER_IS_BETTER", "Verification Rate UNKNOWN"]),
    );
  });
});

describe("rows", () => {
  it("with one number have it in the first column, and the rest is empty", () => {
    const { submission, scores } = named("Reed and Mole (Reported by Author)");
    expect(scores.slice(0, 2).map(({ split, reported, value }) => [split, reported, value])).toEqual([
      ["Set 1", "66.5", "66.5"],
      ["Set 2", null, null],
    ]);
    expect(submission).toMatchObject({ reportedBy: "AUTHOR", trainingScale: "SMALL" });
    expect(named("Heron - Small").submission.reportedBy).toBeUndefined();
  });

  it("keep size words that are part of a name", () => {
    const sizes = ["Heron - Small", "Heron - Large", "kite_large"].map(
      (name) => named(name).submission.trainingScale,
    );
    expect(sizes).toEqual(["SMALL", "LARGE", "SMALL"]);
  });

  it("keep numbers as published", () => {
    expect(named("Northlight Vision-v1 (raw)").scores[0]).toMatchObject({ reported: "80.0", value: "80.0" });
    expect(named("Heron - Small").scores[0]).toMatchObject({ reported: "64.6878", value: "64.6878" });
  });

  it("have dates by month, day and year, padded or not", () => {
    const dates = tabled().map(({ submission }) => submission.submittedOn);
    expect(dates).toEqual([
      "2018-03-09",
      "2018-03-09",
      "2017-04-28",
      "2016-12-01",
      "2016-07-31",
      "2015-10-02",
    ]);
  });

  it("that look alike are not the same, and no organisation is made of a name", () => {
    expect(named("Northlight Vision V1(clean)")).not.toBe(named("Northlight Vision-v1 (raw)"));
    expect(page.results.every(({ submission }) => submission.organisations === undefined)).toBe(true);
  });
});

describe("descriptions", () => {
  it("begin at names and at gaps, except where a link was lost; later prints add none", () => {
    expect(described().map(({ submission }) => [submission.description?.line, submission.name])).toEqual([
      [18, "Northlight Vision V1(clean)"],
      [14, "Northlight Vision-v1 (raw)"],
      [56, "Heron - Small"],
      [28, "Pond Institute (second entry)"],
      [35, null],
      [38, null],
      [43, null],
      [50, null],
    ]);
  });

  it("are joined to a row by exact name only", () => {
    expect(named("Heron - Large").submission.description).toBeUndefined();
    expect(named("Pond Institute (second entry)").scores).toEqual([]);
  });

  it("without a name are called by their line", () => {
    expect(atLine(50).submission).toMatchObject({ name: null, label: "Unnamed description at line 50" });
  });

  it("that are word for word the same are two", () => {
    expect(papers(atLine(38)).map((text) => text.slice(5))).toEqual(
      papers(atLine(43)).map((text) => text.slice(5)),
    );
  });

  it("do not get what stands after a lost name", () => {
    expect(claims(named("Pond Institute (second entry)"))).toEqual([]);
    expect(claims(atLine(35))).toEqual(["35:26 cosine loss = Cosine loss", "35:3 Res-Net 50 = ResNet-50"]);
    expect(claims(atLine(50))).toEqual([
      "50:14 softmax loss = Softmax",
      "50:31 verification loss = Verification loss",
      "50:52 DensetNet-69 = DenseNet-69",
    ]);
  });

  it("mention what they may have used: no metric, no test set, nobody's list, no quoted name", () => {
    expect(claims(named("Northlight Vision V1(clean)"))).toEqual([
      "20:85 Triplet-Loss = Triplet loss",
      "20:35 r100 = ResNet-100",
      "20:101 MSCeleb-1M = MS-Celeb-1M",
      "20:116 CAISA = CASIA-WebFace",
    ]);
    expect(claims(named("Northlight Vision-v1 (raw)"))).toEqual([]);
    const bases = described().flatMap(({ submission }) => submission.lossFunctions ?? []);
    expect(new Set(bases.map(({ basis }) => basis))).toEqual(new Set(["MENTIONED"]));
  });

  it("mention terms exactly where they stand", () => {
    const lines = PAGE.split("\n");
    const all = described().flatMap(({ submission }) => [
      ...(submission.lossFunctions ?? []),
      ...(submission.backbones ?? []),
      ...(submission.trainingDatasets ?? []),
    ]);
    expect(all.length).toBeGreaterThan(8);
    for (const { term, place } of all) {
      expect(lines[place.line - 1].slice(place.column - 1, place.column - 1 + term.length)).toBe(term);
    }
  });

  it("refer to papers, known or not, and mention nothing by that", () => {
    expect(papers(named("Pond Institute (second entry)"))).toEqual([
      "30:8 Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks",
      "32:1 ArcFace: Additive Angular Margin Loss for Deep Face Recognition",
    ]);
    expect(papers(named("Northlight Vision V1(clean)"))).toEqual([
      "26:1 Angular Penalty Losses with Slow Growth",
    ]);
    expect(atLine(50).submission.papers).toEqual([
      {
        title: "Margins that nobody knows yet",
        arxivId: "1899.01234",
        place: { file: "page.txt", line: 52, column: 25 },
      },
    ]);
    expect(claims(atLine(38))).toEqual([]);
  });
});

describe("the page as a source", () => {
  it("is kept whole, with what it leaves open", () => {
    expect(page.sources).toEqual([
      {
        slug: "megaface-page-page",
        title: "MegaFace results page (page.txt)",
        description: expect.stringContaining("12 rows of 6 submissions, and 8 method descriptions"),
        doesNotSay: [
          expect.objectContaining({ topic: "title-of-table-at-line-142" }),
          expect.objectContaining({ topic: "lost-names" }),
          expect.objectContaining({ topic: "row-descriptions" }),
        ],
        text: PAGE,
      },
    ]);
  });

  it("takes title and address from a curator", async () => {
    const { sources } = await readMegafacePage(PAGE, {
      title: "Birds",
      url: "https://birds.example/results",
    });
    expect(sources[0]).toMatchObject({ title: "Birds", url: "https://birds.example/results" });
  });

  it("tells all that is damaged, each at its place, and imports the rest", () => {
    expect(page.problems.every(({ level }) => level === "warning")).toBe(true);
    expect(page.problems.map(({ line, message }) => `${line} ${message.split(/[:.,]/)[0]}`)).toEqual([
      "6 1 number stands in 2 columns",
      "23 a line of one word was lost above",
      "26 a line of one word was lost above",
      "35 a line of one word was lost above",
      "38 a line of one word was lost above",
      "43 a line of one word was lost above",
      "50 3 lines of one word were lost above",
      "142 this table has no title",
      "147 1 number stands in 2 columns",
    ]);
  });
});
