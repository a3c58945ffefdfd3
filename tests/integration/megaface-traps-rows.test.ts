import { readFileSync } from "node:fs";
import path from "node:path";
import { startTestService, type TestService } from "../support/test-service";

/** The two tables as printed. */
const rows = readFileSync(path.join(__dirname, "../fixtures/megaface-rows.txt"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((text) => {
    const [table, line, name, day, set1, set2, set3, size] = text.split("|");
    const reported = { "set-1": set1, "set-2": set2, "set-3": set3 };
    return { table, line: Number(line), name, day, reported, size };
  });
const IDENTIFICATION = rows.filter(({ table }) => table === "I");

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const names = (list: { name: string }[]) => list.map(({ name }) => name);
async function ask(ref: string, fields: string) {
  const { submission } = await service.data(`query ($ref: String!) { submission(ref: $ref) { ${fields} } }`, {
    ref,
  });
  return submission;
}

describe("the tables", () => {
  it("are read once, though the page prints the first twice: 46 rows, 92 score rows, 272 values", async () => {
    expect(rows).toHaveLength(92);
    const { meta, identification, verification } = await service.data(`{
      meta { counts { submissions scores describedSubmissions } }
      identification: leaderboard(ref: "megaface-identification") { ranking { totalCount } }
      verification: leaderboard(ref: "megaface-verification") { ranking { totalCount } }
    }`);
    // Two rows have one number, 90 have three; 46 rows and 32 descriptions of their own; 10 and 32 descriptions.
    expect(meta.counts).toEqual({ submissions: 78, scores: 90 * 3 + 2, describedSubmissions: 42 });
    expect(identification.ranking.totalCount).toBe(46);
    expect(verification.ranking.totalCount).toBe(46);
  });

  it.each([
    ["megaface-identification", "I", 4, 49],
    ["megaface-verification", "V", 775, 820],
  ])(
    "stand in %s as printed: name, day, size, digits, lines of the first print",
    async (board, table, first, last) => {
      const { leaderboard } = await service.data(
        `query ($board: String!) { leaderboard(ref: $board) { ranking(first: 50) { nodes { submission {
        name submittedOn trainingScale
        scores(leaderboard: $board) { split { slug } value reported source { line } }
      } } } } }`,
        { board },
      );
      type Cell = { split: { slug: string }; value: number; reported: string; source: { line: number } };
      const served = leaderboard.ranking.nodes.map(
        ({ submission }: { submission: { scores: Cell[] } }) => submission,
      );
      expect(served).toHaveLength(46);
      for (const row of rows.filter((each) => each.table === table)) {
        expect(row.line).toBeGreaterThanOrEqual(first);
        expect(row.line).toBeLessThanOrEqual(last);
        const cells = Object.entries(row.reported).filter(([, reported]) => reported !== "");
        const matching = served.filter(({ name }: { name: string }) => name === row.name);
        expect(matching).toEqual([
          {
            name: row.name,
            submittedOn: row.day,
            trainingScale: row.size.toUpperCase(),
            scores: cells.map(([slug, reported]) => ({
              split: { slug },
              value: Number(reported),
              reported,
              source: { line: row.line },
            })),
          },
        ]);
      }
    },
  );

  it("have 35 rows marked Large and 11 marked Small", async () => {
    const { leaderboard } = await service.data(`{ leaderboard(ref: "megaface-identification") {
      large: ranking(where: { trainingScale: { is: LARGE } }) { totalCount }
      small: ranking(where: { trainingScale: { is: SMALL } }, first: 20) { totalCount nodes { submission { name } } }
      unmarked: ranking(where: { trainingScale: { known: false } }) { totalCount }
    } }`);
    expect(leaderboard).toMatchObject({
      large: { totalCount: 35 },
      small: { totalCount: 11 },
      unmarked: { totalCount: 0 },
    });
    const small = leaderboard.small.nodes.map(
      (node: { submission: { name: string } }) => node.submission.name,
    );
    expect(small.sort()).toEqual(names(IDENTIFICATION.filter(({ size }) => size === "Small")).sort());
  });

  it("begin on 2015-10-19 and end on 2018-08-28, whether months and days were padded or not", async () => {
    const { first, last, undated, ...days } = await service.data(`{
      first: submissions(orderBy: { field: SUBMITTED_ON }, first: 2) { nodes { name submittedOn } }
      last: submissions(where: { submittedOn: { known: true } }, orderBy: { field: SUBMITTED_ON, direction: DESC }, first: 1) { nodes { name submittedOn } }
      undated: submissions(where: { submittedOn: { known: false } }) { totalCount }
      sun: submission(ref: "Yang Sun") { submittedOn }
      youtu: submission(ref: "YouTu Lab (Tencent Best-Image)") { submittedOn }
      ei: submission(ref: "EI Networks") { submittedOn }
      video: submission(ref: "Video++") { submittedOn }
    }`);
    expect(first.nodes).toEqual([
      { name: "Beijing Faceall Co. - FaceAll_1600", submittedOn: "2015-10-19" },
      { name: "Beijing Faceall Co. - FaceAll_Norm_1600", submittedOn: "2015-10-19" },
    ]);
    expect(last.nodes).toEqual([
      { name: "Fiberhome AI Research Lab V2(Nanjing)", submittedOn: "2018-08-28" },
    ]);
    expect(undated.totalCount).toBe(32);
    // 06/05/2017, 04/08/2017, 8/10/2018, 1/5/2018: the month comes first.
    expect(days).toEqual({
      sun: { submittedOn: "2017-06-05" },
      youtu: { submittedOn: "2017-04-08" },
      ei: { submittedOn: "2018-08-10" },
      video: { submittedOn: "2018-01-05" },
    });
  });
});

describe("a score", () => {
  it("of exactly 70.0 is not above 70, is at least 70, and keeps its digit", async () => {
    const { leaderboard } = await service.data(`{ leaderboard(ref: "megaface-identification") {
      above: ranking(where: { score: { gt: 70 } }) { totalCount }
      atLeast: ranking(where: { score: { gte: 70 } }) { totalCount }
      exactly: ranking(where: { score: { gte: 70, lte: 70 } }) { nodes { score { value reported } submission { name } } }
    } }`);
    expect(leaderboard.above.totalCount).toBe(5);
    expect(leaderboard.atLeast.totalCount).toBe(6);
    expect(leaderboard.exactly.nodes).toEqual([
      {
        score: { value: 70, reported: "70.0" },
        submission: { name: "SRC-Beijing-FR(Samsung Research Institute China-Beijing)" },
      },
    ]);
  });

  it("of four decimals keeps all of them", async () => {
    const { uluface, youtu } = await service.data(`{
      uluface: submission(ref: "ULUFace") { scores(leaderboard: "megaface-identification", split: "set-1") { value reported } }
      youtu: submission(ref: "YouTu Lab (Tencent Best-Image)") { scores(leaderboard: "megaface-identification", split: "set-3") { value reported } }
    }`);
    expect(uluface.scores).toEqual([{ value: 64.6878, reported: "64.6878" }]);
    expect(youtu.scores).toEqual([{ value: 61.6711, reported: "61.6711" }]);
  });
});

describe("the row `iBug (Reported by Author)`", () => {
  it("has a value on set 1 only, is Small, and was reported by its author", async () => {
    const found = await ask(
      "iBug (Reported by Author)",
      "trainingScale reportedBy submittedOn scores { leaderboard { slug } split { slug } value }",
    );
    expect(found).toEqual({
      trainingScale: "SMALL",
      reportedBy: "AUTHOR",
      submittedOn: "2017-04-28",
      scores: [
        { leaderboard: { slug: "megaface-identification" }, split: { slug: "set-1" }, value: 66.94 },
        { leaderboard: { slug: "megaface-verification" }, split: { slug: "set-1" }, value: 44.947 },
      ],
    });
  });

  it("is not lost where it has no value: it is listed as unranked, and nobody else is", async () => {
    for (const board of ["megaface-identification", "megaface-verification"]) {
      const { leaderboard } = await service.data(
        `query ($board: String!) { leaderboard(ref: $board) {
          one: unranked(split: "set-1") { totalCount }
          two: unranked(split: "set-2") { totalCount nodes { name } }
          three: unranked(split: "set-3") { nodes { name } }
          ranked: ranking(split: "set-2") { totalCount }
        } }`,
        { board },
      );
      const listed = [{ name: "iBug (Reported by Author)" }];
      expect(leaderboard).toEqual({
        one: { totalCount: 0 },
        two: { totalCount: 1, nodes: listed },
        three: { nodes: listed },
        ranked: { totalCount: 45 },
      });
    }
  });

  it("is the only one of which the page says who reported it", async () => {
    const { submissions } = await service.data(
      `{ submissions(where: { reportedBy: { known: true } }) { nodes { name } } }`,
    );
    expect(submissions.nodes).toEqual([{ name: "iBug (Reported by Author)" }]);
  });
});

describe("names of rows", () => {
  it.each([
    ["SphereFace - Small", "SMALL"],
    ["DeepSense - Small", "SMALL"],
    ["DeepSense - Large", "LARGE"],
    ["NTechLAB - facenx_large", "LARGE"],
    ["NTechLAB - facenx_small", "SMALL"],
  ])("keep their size word: %s", async (name, trainingScale) => {
    expect(await ask(name, "name trainingScale")).toEqual({ name, trainingScale });
  });

  it.each([
    ["BingMMLab V1(iBUG cleaned data)", "BingMMLab-v1 (non-cleaned data)", 69.109, 69.108],
    ["Beijing Faceall Co. - FaceAll_1600", "Beijing Faceall Co. - FaceAll_Norm_1600", 26.155, 25.02],
    ["Beijing Faceall Co. - FaceAll V2", "Beijing Faceall Co. - FaceAll_1600", 39.038, 26.155],
    ["Vocord-deepVo1.2", "Vocord - DeepVo1", 44.966, 39.489],
    ["iBUG_DeepInsight", "iBug (Reported by Author)", 67.476, 66.94],
    ["CVTE V2", "CVTE", 57.163, 42.349],
  ])("that look alike are two rows: %s, %s", async (one, other, scoreOfOne, scoreOfOther) => {
    const fields = `slug scores(leaderboard: "megaface-identification", split: "set-1") { value }`;
    const [first, second] = [await ask(one, fields), await ask(other, fields)];
    expect(first.scores).toEqual([{ value: scoreOfOne }]);
    expect(second.scores).toEqual([{ value: scoreOfOther }]);
    expect(first.slug).not.toBe(second.slug);
  });

  it("of Faceall are three, and the description with BUPT is no row", async () => {
    const { submissions } = await service.data(
      `{ submissions(where: { organisation: { is: "Faceall" } }) { nodes { name scores { value } } } }`,
    );
    const scored = submissions.nodes.map((each: { name: string; scores: object[] }) => [
      each.name,
      each.scores.length,
    ]);
    expect(scored).toEqual([
      ["Beijing Faceall Co. & BUPT(iBug cleaned)", 0],
      ["Beijing Faceall Co. - FaceAll V2", 6],
      ["Beijing Faceall Co. - FaceAll_1600", 6],
      ["Beijing Faceall Co. - FaceAll_Norm_1600", 6],
    ]);
  });
});

describe("a record", () => {
  it("falls only to a row strictly above everything of the same day or earlier", async () => {
    const { identification, verification } = await service.data(`{
      identification: leaderboard(ref: "megaface-identification") { stateOfTheArt { heldFrom submission { name } } }
      verification: leaderboard(ref: "megaface-verification") { stateOfTheArt { heldFrom submission { name } } }
    }`);
    const held = (board: { stateOfTheArt: { heldFrom: string; submission: { name: string } }[] }) =>
      board.stateOfTheArt.map(({ heldFrom, submission }) => [heldFrom, submission.name]);
    // Of the two Faceall rows of the first day, and the two NTechLAB rows of the next, one holds it each time.
    expect(held(identification)).toEqual([
      ["2015-10-19", "Beijing Faceall Co. - FaceAll_1600"],
      ["2015-10-20", "NTechLAB - facenx_large"],
      ["2015-10-23", "Google - FaceNet v8"],
      ["2017-12-12", "THU CV-AI Lab"],
    ]);
    expect(held(verification)).toEqual([
      ["2015-10-19", "Beijing Faceall Co. - FaceAll_Norm_1600"],
      ["2015-10-20", "NTechLAB - facenx_large"],
      ["2015-10-23", "Google - FaceNet v8"],
    ]);
  });
});
