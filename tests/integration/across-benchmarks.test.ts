import { Basis } from "../../src/domain/claim/basis";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;

beforeAll(async () => {
  service = await startTestService("empty");
  const boards = [leaderboard("faces"), leaderboard("images")];
  const uses = (thing: string, benchmark: string) => ({
    benchmark,
    description: {},
    organisations: [`${benchmark}-lab`],
    backbones: [{ thing, basis: Basis.STATED }],
    citations: [{ paper: `${benchmark}-paper` }],
  });
  await loadRecords(
    service.dataSource,
    records({
      benchmarks: ["faces", "images"].map((slug) => ({
        slug,
        name: `The ${slug}`,
        aliases: [`${slug} too`],
      })),
      metrics: boards.flatMap((board) => board.metrics),
      leaderboards: boards.flatMap((board) =>
        board.leaderboards.map((one) => ({
          ...one,
          name: `common board of ${one.slug}`,
          benchmark: one.slug,
        })),
      ),
      organisations: ["faces", "images"].map((slug) => ({
        slug: `${slug}-lab`,
        name: `common lab of ${slug}`,
      })),
      papers: ["faces", "images"].map((slug) => ({
        slug: `${slug}-paper`,
        title: `common paper of ${slug}`,
      })),
      backbones: [
        { slug: "resnet-50", name: "ResNet-50" },
        { slug: "resnet-50-d", name: "ResNet-50-D", parent: "resnet-50" },
        { slug: "other", name: "Other" },
      ],
      submissions: [
        submission("common face", uses("resnet-50", "faces")),
        submission("common face d", uses("resnet-50-d", "faces")),
        submission("common image", uses("resnet-50", "images")),
        submission("common other", uses("other", "images")),
      ],
      scores: [
        score("common-face", "faces", { a: "70.50" }),
        score("common-face-d", "faces", { a: "80" }),
        score("common-image", "images", { a: "60" }),
        score("common-other", "images", { a: "99" }),
      ],
    }),
  );
  await service.dataSource.query("UPDATE score SET uncertainty = 0.14 WHERE reported = '70.50'");
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  expect(logged).toEqual([]);
});

test("one query gives what uses a backbone on every benchmark, by its score on one leaderboard", async () => {
  const { submissions } = await service.data(`{
    submissions(
      where: { backbone: { within: ["ResNet-50"] } }
      orderBy: { field: SCORE, leaderboard: "faces", direction: DESC }
    ) {
      totalCount
      nodes { slug benchmark { slug } backbones { backbone { name } } scores { leaderboard { slug } value overallRank } }
    }
  }`);
  const row = (slug: string, board: string, name: string, value: number, overallRank: number) => ({
    ...{ slug, benchmark: { slug: board }, backbones: [{ backbone: { name } }] },
    scores: [{ leaderboard: { slug: board }, value, overallRank }],
  });
  expect(submissions).toEqual({
    totalCount: 3,
    nodes: [
      row("common-face-d", "faces", "ResNet-50-D", 80, 1),
      row("common-face", "faces", "ResNet-50", 70.5, 2),
      row("common-image", "images", "ResNet-50", 60, 2),
    ],
  });
});

test("only those on the leaderboard are given when a score there is asked for", async () => {
  const { submissions } = await service.data(`{
    submissions(
      where: { backbone: { within: ["ResNet-50"] }, score: { leaderboard: "faces", gte: 70 } }
      orderBy: { field: SCORE, leaderboard: "faces" }
    ) { nodes { slug scores(leaderboard: "faces") { reported } } }
  }`);
  expect(submissions.nodes).toEqual([
    { slug: "common-face", scores: [{ reported: "70.50" }] },
    { slug: "common-face-d", scores: [{ reported: "80" }] },
  ]);
});

test("a published uncertainty is kept and shown, and none where none was published", async () => {
  const { leaderboard: faces } = await service.data(
    '{ leaderboard(ref: "faces") { ranking { nodes { score { reported value uncertainty } } } } }',
  );
  expect(faces.ranking.nodes).toEqual([
    { score: { reported: "80", value: 80, uncertainty: null } },
    { score: { reported: "70.50", value: 70.5, uncertainty: 0.14 } },
  ]);
});

describe("narrowed to a benchmark", () => {
  it("submissions and leaderboards are those of it", async () => {
    const { submissions, leaderboards } = await service.data(`{
      submissions(where: { benchmark: { is: ["images too"] } }) { nodes { slug } }
      leaderboards(where: { benchmark: { is: ["The images"] } }) { nodes { slug } }
    }`);
    expect(submissions.nodes).toEqual([{ slug: "common-image" }, { slug: "common-other" }]);
    expect(leaderboards.nodes).toEqual([{ slug: "images" }]);
  });

  const search = async (text: string, more: string): Promise<string[]> => {
    const { search: found } = await service.data(
      `{ search(text: "${text}" ${more}) { totalCount nodes { matched node { __typename } } } }`,
    );
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes.map((hit: { matched: string }) => hit.matched).sort();
  };

  it("a search finds its leaderboards and submissions, and what belongs to those", async () => {
    expect(await search("common", 'benchmark: "faces"')).toEqual([
      ...["common board of faces", "common face", "common face d", "common lab of faces"],
      "common paper of faces",
    ]);
    expect(await search("resnet", 'benchmark: "images"')).toEqual(["ResNet-50"]);
    expect(await search("resnet", "")).toEqual(["ResNet-50", "ResNet-50-D"]);
    expect(await search("images", 'kinds: [BENCHMARK], benchmark: "faces"')).toEqual([]);
    expect(await search("faces", 'kinds: [BENCHMARK], benchmark: "faces"')).toHaveLength(1);
    expect(await search("common", 'kinds: [SUBMISSION], benchmark: "images"')).toHaveLength(2);
  });

  it("a search refuses a benchmark that there is not, and cursors of other searches", async () => {
    const { errors } = await service.ask('{ search(text: "x", benchmark: "facs") { totalCount } }');
    expect(errors?.[0].extensions).toMatchObject({ code: "NOT_FOUND", argument: "benchmark" });
    const { search: page } = await service.data(
      '{ search(text: "common", first: 1) { pageInfo { endCursor } } }',
    );
    const { errors: refused } = await service.ask(
      `{ search(text: "common", benchmark: "faces", after: "${page.pageInfo.endCursor}") { nodes { matched } } }`,
    );
    expect(refused?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
  });
});
