import { Resvg } from "@resvg/resvg-js";
import { Cancellation, callerLeft } from "../../src/common/cancellation";
import { endThreads } from "../../src/exporters/figures/threads";
import { exportsOf } from "../../src/graph/exports/export-source";
import { createSchema } from "../../src/graph/schema";
import { post, send } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const BOARD = "megaface-identification";
const DRAWN = "fileName mediaType title description notes width height text data";

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
type Data = any;

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({ poolSize: 2, limits: { cost: 100_000 } });
});
afterAll(async () => {
  await service.close();
  await endThreads();
  expect(service.logged).toEqual([]);
});

async function ask(query: string, variables = {}): Promise<Data> {
  const { data, errors } = await post(service.url, { query, variables });
  expect(errors).toEqual([]);
  return data;
}

const file = (path: string, init?: RequestInit) => send(`${service.url}/export/figures/${path}`, init);

/** The rows of marks of a kind in the first view of a specification. */
function rowsOf(text: string, type: string): Data[] {
  const [view] = JSON.parse(text).vconcat;
  const layer = view.layer.find(({ mark }: Data) => mark.type === type);
  return (layer.data ?? view.data).values;
}

const exact = (a: number, b: number) => a - b;

describe("a figure of a ranking", () => {
  it("has the rows of the page in their order, with places and values as published", async () => {
    const { leaderboard } = await ask(`{ leaderboard(ref: "${BOARD}") { ranking(split: "set-2", first: 30) {
      nodes { rank score { value reported } submission { label } } figure(format: VEGA_LITE) { ${DRAWN} } } } }`);
    const { nodes, figure } = leaderboard.ranking;
    const rows = rowsOf(figure.text, "bar");
    expect(rows.map(({ place, label, value, text }) => [place, label, value, text])).toEqual(
      nodes.map(({ rank, score, submission }: Data) => [
        String(rank),
        submission.label,
        score.value,
        score.reported,
      ]),
    );
    expect(rows.some(({ name }) => name.endsWith("…"))).toBe(true);
    expect(figure).toMatchObject({
      fileName: "megaface-identification-set-2.vl.json",
      mediaType: "application/vnd.vegalite.v6+json",
      title: "MegaFace identification, Set 2",
      data: null,
    });
    expect(figure.notes).toEqual([
      "Identification rate (%): higher is better, as the source of the leaderboard says.",
      "Places: competition. Equals share the best place and leave a gap: 1, 2, 2, 4.",
      expect.stringMatching(/^Rows listed: 30 of \d+\.$/),
      expect.stringMatching(/^Scoregraph, data version \S+ \(revision 1\)\.$/),
    ]);
    const [best] = nodes;
    expect(figure.description).toContain(`1. ${best.submission.label}: ${best.score.reported}%`);
  });

  it("says the rule, the day and that a filter chose", async () => {
    const { leaderboard } = await ask(`{ leaderboard(ref: "${BOARD}") {
      ranking(asOf: "2017-01-01", ties: DENSE, where: { described: { is: true } }) {
        figure(format: VEGA_LITE, title: "Of my own") { title notes } } } }`);
    const { title, notes } = leaderboard.ranking.figure;
    expect(title).toBe("Of my own");
    expect(notes).toContain("Places: dense. Equals share a place and leave no gap: 1, 2, 2, 3.");
    expect(notes).toContain("As it stood at the end of 2017-01-01, without undated rows.");
    expect(notes).toContain("Only rows that fulfil a filter.");
  });

  it("is a picture as well, as wide as it was asked for", async () => {
    const { leaderboard } = await ask(`{ leaderboard(ref: "${BOARD}") { ranking(first: 5) {
      svg: figure(format: SVG, width: 120) { text data width height }
      png: figure(format: PNG, width: 60, theme: DARK, dpi: 150) { text data width height mediaType } } } }`);
    const { svg, png } = leaderboard.ranking;
    expect(svg.data).toBeNull();
    expect(svg.width).toBe(120);
    expect(() => new Resvg(svg.text)).not.toThrow();
    expect(png).toMatchObject({ text: null, mediaType: "image/png" });
    const bytes = Buffer.from(png.data, "base64");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(Math.abs(bytes.readUInt32BE(16) - (60 / 25.4) * 150)).toBeLessThan(2);
    expect(Math.abs(bytes.readUInt32BE(20) - (png.height / 25.4) * 150)).toBeLessThan(2);
  });
});

describe("a figure of the state of the art", () => {
  it("has each record as a step, and every other dated row once", async () => {
    const { leaderboard } = await ask(`{ leaderboard(ref: "${BOARD}") {
      stateOfTheArt { heldFrom score { value reported } submission { label } }
      ranking(first: 500) { nodes { score { value } submission { label submittedOn } } }
      stateOfTheArtFigure(format: VEGA_LITE) { ${DRAWN} } } }`);
    const { stateOfTheArt, ranking, stateOfTheArtFigure: figure } = leaderboard;
    const steps = rowsOf(figure.text, "line");
    expect(steps.slice(0, -1).map(({ day, value, text, label }) => [day, value, text, label])).toEqual(
      stateOfTheArt.map(({ heldFrom, score, submission }: Data) => [
        heldFrom,
        score.value,
        score.reported,
        submission.label,
      ]),
    );
    const dated = ranking.nodes.filter(({ submission }: Data) => submission.submittedOn !== null);
    const last = dated
      .map(({ submission }: Data) => submission.submittedOn)
      .sort()
      .at(-1);
    expect(steps.at(-1)).toMatchObject({ day: last, value: stateOfTheArt.at(-1).score.value });
    const records = new Set(stateOfTheArt.map(({ submission }: Data) => submission.label));
    const others = dated.filter(({ submission }: Data) => !records.has(submission.label));
    const drawn = rowsOf(figure.text, "point");
    expect(drawn.map(({ value }) => value).sort(exact)).toEqual(
      others.map(({ score }: Data) => score.value).sort(exact),
    );
    const undated = ranking.nodes.length - dated.length;
    expect(figure.notes.some((note: string) => note.startsWith("Without a date"))).toBe(undated > 0);
  });

  it("ends with the day that was asked for", async () => {
    const { leaderboard } = await ask(`{ leaderboard(ref: "${BOARD}") {
      stateOfTheArtFigure(format: VEGA_LITE, asOf: "2016-12-31") { text } } }`);
    const { text } = leaderboard.stateOfTheArtFigure;
    expect(rowsOf(text, "line").at(-1)).toMatchObject({ day: "2016-12-31", label: "Google - FaceNet v8" });
    for (const { day } of rowsOf(text, "point")) expect(day <= "2016-12-31").toBe(true);
  });
});

describe("a figure of groups", () => {
  it.each(["LOSS_FAMILY", "BACKBONE", "TRAINING_SCALE", "ORGANISATION", "YEAR"])(
    "has the groups of the statistics with all their values, what is not known as one of them: %s",
    async (groupBy) => {
      const { leaderboard } = await ask(
        `query ($groupBy: Grouping!) { leaderboard(ref: "${BOARD}") { statistics(groupBy: $groupBy, first: 40) {
          nodes { key label count min max median } figure(format: VEGA_LITE) { text notes } } } }`,
        { groupBy },
      );
      const { nodes, figure } = leaderboard.statistics;
      const [view] = JSON.parse(figure.text).vconcat;
      const groups = view.data.values;
      expect(groups).toMatchObject(
        nodes.map(({ key, label, count, min, max, median }: Data) => {
          return { label, count, min, max, median, isUnknown: key === null };
        }),
      );
      const points = rowsOf(figure.text, "point");
      for (const [row, { count, min, max, lowerQuartile, median, upperQuartile }] of groups.entries()) {
        const values = points.filter((point) => point.row === row).map(({ value }) => value);
        expect(values).toHaveLength(count);
        expect([Math.min(...values), Math.max(...values)]).toEqual([min, max]);
        expect([min, lowerQuartile, median, upperQuartile, max]).toEqual(
          [min, lowerQuartile, median, upperQuartile, max].sort(exact),
        );
      }
    },
  );

  it("marks what is inherited, and only that", async () => {
    const { leaderboard, submissions } = await ask(`{
      leaderboard(ref: "${BOARD}") { statistics(groupBy: LOSS_FUNCTION, first: 40) {
        figure(format: VEGA_LITE) { text notes } } }
      submissions(first: 500) { nodes { label lossFunctions(basis: [INHERITED]) { lossFunction { name } } } } }`);
    const { text, notes } = leaderboard.statistics.figure;
    const [view] = JSON.parse(text).vconcat;
    const hollow = rowsOf(text, "point").filter(({ basis }) => basis === "inherited");
    expect(hollow.length).toBeGreaterThan(0);
    for (const { row, label } of hollow) {
      const { lossFunctions } = submissions.nodes.find((each: Data) => each.label === label);
      const names = lossFunctions.map(({ lossFunction }: Data) => lossFunction?.name);
      expect(names).toContain(view.data.values[row].label);
    }
    expect(notes.some((note: string) => note.startsWith("Hollow points: Inherited"))).toBe(true);
  });
});

describe("a figure of two splits", () => {
  const changes = (kind: string) => `{ leaderboard(ref: "${BOARD}") {
    rankChanges(otherLeaderboard: "megaface-verification", first: 50) {
      nodes { rank otherRank score { value reported } otherScore { value reported } submission { label } }
      figure(kind: ${kind}, format: VEGA_LITE) { ${DRAWN} } } } }`;
  const isOnBoth = ({ score, otherScore }: Data) => score !== null && otherScore !== null;

  it("joins the places of those that have both", async () => {
    const { nodes, figure } = (await ask(changes("SLOPES"))).leaderboard.rankChanges;
    const both = nodes.filter(isOnBoth);
    expect(rowsOf(figure.text, "rule").map(({ label, from, to }) => [label, from, to])).toEqual(
      both.map(({ submission, rank, otherRank }: Data) => [submission.label, rank, otherRank]),
    );
    expect(figure.notes.join(" ")).toContain("Verification rate (%): higher is better");
  });

  it("has a point for those that have both values, and says how many have not", async () => {
    const { nodes, figure } = (await ask(changes("SCATTER"))).leaderboard.rankChanges;
    const both = nodes.filter(isOnBoth);
    expect(
      rowsOf(figure.text, "point").map(({ label, x, y, xText, yText }) => [label, x, y, xText, yText]),
    ).toEqual(
      both.map(({ submission, score, otherScore }: Data) => [
        submission.label,
        score.value,
        otherScore.value,
        score.reported,
        otherScore.reported,
      ]),
    );
    const missing = nodes.length - both.length;
    const said = figure.notes.find((note: string) => note.startsWith("Without a value on one"));
    expect(said ?? "0").toContain(String(missing));
    expect(figure.title).toBe("MegaFace identification, Set 1 and MegaFace verification, Set 1");
  });
});

describe("a figure by a link", () => {
  it.each([
    [`rankings/${BOARD}`, "first=7", "ranking(first: 7) { figure"],
    [`statistics/${BOARD}`, "groupBy=LOSS_FAMILY", "statistics(groupBy: LOSS_FAMILY) { figure"],
    [`rank-changes/${BOARD}`, "otherSplit=set-2&kind=SCATTER", 'rankChanges(otherSplit: "set-2") { figure'],
    [`state-of-the-art/${BOARD}`, "", "stateOfTheArtFigure"],
  ])("is the one of the query: %s", async (path, parameters, field) => {
    const kind = parameters.includes("SCATTER") ? "kind: SCATTER, " : "";
    const end = field.includes("{") ? "} }" : "}";
    const { leaderboard } = await ask(
      `{ leaderboard(ref: "${BOARD}") { ${field}(${kind}format: VEGA_LITE) { text fileName } ${end} }`,
    );
    const [found]: Data[] = Object.values(leaderboard);
    const { text, fileName } = found.figure ?? found;
    const { status, text: linked, headers } = await file(`${path}.vl.json?${parameters}`);
    expect([status, linked]).toEqual([200, text]);
    expect(headers.get("content-disposition")).toBe(`inline; filename="${fileName}"`);
    expect(headers.get("content-type")).toBe("application/vnd.vegalite.v6+json");
  });

  it("can be opened by itself and put into a page, and does nothing there", async () => {
    const { status, text, headers } = await file(`rankings/${BOARD}.svg?theme=DARK&width=100`);
    expect(status).toBe(200);
    expect(text).toMatch(/^<svg role="img" aria-label="MegaFace identification, Set 1" width="100mm"/);
    expect(headers.get("content-type")).toBe("image/svg+xml");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const png = await fetch(`${service.url}/export/figures/state-of-the-art/${BOARD}.png?dpi=72`);
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await png.arrayBuffer()).readUInt32BE(16)).toBeGreaterThan(200);
  });

  it("has a tag by which it is not drawn again", async () => {
    const { headers } = await file(`rankings/${BOARD}.svg`);
    const etag = headers.get("etag") as string;
    expect((await file(`rankings/${BOARD}.svg`, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await file(`rankings/${BOARD}.png`, { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it("is compressed where it is text, for those who take that", async () => {
    const encodingOf = async (path: string, accepted: string) => {
      const { headers, text } = await file(path, { headers: { "accept-encoding": accepted } });
      expect(headers.get("vary")).toContain("accept-encoding");
      return [headers.get("content-encoding"), text.slice(0, 4)];
    };
    expect(await encodingOf(`rankings/${BOARD}.svg`, "br")).toEqual(["br", "<svg"]);
    expect(await encodingOf(`rankings/${BOARD}.svg`, "gzip")).toEqual(["gzip", "<svg"]);
    expect(await encodingOf(`rankings/${BOARD}.svg`, "identity")).toEqual([null, "<svg"]);
    expect((await encodingOf(`rankings/${BOARD}.png`, "br, gzip"))[0]).toBeNull();
  });

  it("is not drawn any more when its caller has left", async () => {
    const source = exportsOf(
      createSchema(),
      () => service.dataSource,
      async () => "",
    );
    const work = new Cancellation();
    const open = await source.plan(`figures/rankings/${BOARD}.svg`, new URLSearchParams())?.open(work);
    work.cancel(callerLeft());
    await expect(open?.text[Symbol.asyncIterator]().next()).rejects.toBe(work.reason);
    await open?.close();
  });

  it("leaves nothing taken of the pool while it is drawn", async () => {
    const source = exportsOf(
      createSchema(),
      () => service.dataSource,
      async () => "",
    );
    // The pool has two connections.
    const opened = [1, 2, 3].map((first) =>
      source
        .plan(`figures/rankings/${BOARD}.svg`, new URLSearchParams({ first: String(first) }))
        ?.open(new Cancellation()),
    );
    const files = await Promise.all(opened);
    for (const each of files) await each?.close();
    expect(files.map((each) => each?.revision)).toEqual([
      files[0]?.revision,
      files[0]?.revision,
      files[0]?.revision,
    ]);
  });

  it.each([
    [`rankings/${BOARD}.svg?width=59`, "BAD_USER_INPUT", "width", "60 to 180"],
    [`rankings/${BOARD}.svg?width=x`, "BAD_USER_INPUT", "width", "non numeric"],
    [`rankings/${BOARD}.png?dpi=601`, "BAD_USER_INPUT", "dpi", "72 to 600"],
    [`rankings/${BOARD}.png?dpi=600&width=180`, "BAD_USER_INPUT", "dpi", "at most 423"],
    [`rankings/${BOARD}.svg?title=%20`, "BAD_USER_INPUT", "title", "empty"],
    [`rankings/${BOARD}.svg?title=${"x".repeat(301)}`, "BAD_USER_INPUT", "title", "300"],
    [`rankings/${BOARD}.svg?theme=PINK`, "BAD_USER_INPUT", "theme", "FigureTheme"],
    ["rankings/none.svg", "NOT_FOUND", "leaderboard", "none"],
    [`statistics/${BOARD}.svg`, "BAD_USER_INPUT", "groupBy", "required"],
    [`rank-changes/${BOARD}.svg?otherSplit=z`, "NOT_FOUND", "otherSplit", "set-1"],
  ])("is refused in words: %s", async (path, code, argument, words) => {
    const { status, errors } = await file(path);
    expect(status).toBe(400);
    expect(errors[0].extensions).toMatchObject({ code, argument });
    expect(errors[0].message).toContain(words);
  });

  it.each([`rankings/${BOARD}.gif`, `constructor/${BOARD}.svg`, `rankings/${BOARD}.json`, "rankings.svg"])(
    "is not there: %s",
    async (path) => {
      const { status, errors } = await file(path);
      expect([status, errors[0].extensions.code]).toEqual([404, "PATH_NOT_FOUND"]);
      expect(errors[0].extensions.paths).toContain("/export/figures/rankings/LEADERBOARD.(vl.json|svg|png)");
    },
  );
});
