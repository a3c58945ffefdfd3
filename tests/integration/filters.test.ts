import { Basis } from "../../src/domain/claim/basis";
import { CleaningKind } from "../../src/domain/claim/test-set-cleaning.entity";
import { Reporter, TrainingScale } from "../../src/domain/submission/submission.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import type { Where } from "../support/oracle/where";
import { startTestService, type TestService } from "../support/test-service";

const { STATED, CITED, VAGUE } = Basis;

describe("filters on submissions", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService("empty");
    const boards = [leaderboard("main"), leaderboard("side")];
    await loadRecords(
      service.dataSource,
      records({
        metrics: boards.flatMap((board) => board.metrics),
        leaderboards: boards.flatMap((board) => board.leaderboards),
        organisations: [
          { slug: "acme", name: "Acme", aliases: ["Acme Corp."] },
          { slug: "bolt", name: "Bolt" },
        ],
        papers: [{ slug: "arc-paper", title: "On arcs", arxivId: "1801.07698", doi: "10.1109/ABC.1" }],
        lossFunctions: [
          { slug: "margin", name: "Margin", family: true },
          { slug: "arc", name: "Arc", parent: "margin", aliases: ["Arc loss"] },
          { slug: "cos", name: "Cos", parent: "margin" },
          { slug: "triplet", name: "Triplet" },
        ],
        trainingDatasets: [{ slug: "ms", name: "MS" }],
        submissions: [
          // The own version is of Arc, Cos was used as published: no one claim is both.
          submission("both", {
            description: { ensembleSize: 2 },
            organisations: ["acme", "bolt"],
            submittedOn: "2017-03-01",
            trainingScale: TrainingScale.LARGE,
            testSetCleaning: { kind: CleaningKind.OWN },
            lossFunctions: [
              { thing: "arc", basis: STATED, modified: true },
              { thing: "cos", basis: STATED },
            ],
          }),
          submission("cites", {
            description: {},
            citations: [{ paper: "arc-paper" }],
            lossFunctions: [{ thing: "arc", basis: CITED }],
          }),
          submission("vague", {
            description: { ensembleSize: 6 },
            lossFunctions: [{ basis: VAGUE, term: "a combined loss" }],
            trainingDatasets: [{ basis: STATED, images: 5000, modified: true }],
          }),
          submission("variant", { variantOf: [{ submission: "both", onlyDifference: true }] }),
          submission("100% face_a", {
            slug: "percent",
            submittedOn: "2018-01-01",
            reportedBy: Reporter.AUTHOR,
          }),
          submission("100 faceXa", {
            slug: "no-percent",
            lossFunctions: [{ thing: "triplet", basis: STATED }],
          }),
          { ...submission("x", { slug: "nameless", label: "Unnamed row" }), name: undefined },
        ],
        scores: [
          score("both", "main", { a: "70.0", b: "40" }),
          score("both", "side", { a: "10" }),
          score("cites", "main", { a: "", b: "90" }),
          score("vague", "main", { a: "80" }),
        ],
      }),
    );
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  const ALL = ["both", "cites", "nameless", "no-percent", "percent", "vague", "variant"];

  async function find(where: Where): Promise<string[]> {
    const query =
      "query ($where: SubmissionWhere) { submissions(where: $where) { totalCount nodes { slug } } }";
    const { submissions } = await service.data(query, { where });
    expect(submissions.totalCount).toBe(submissions.nodes.length);
    return submissions.nodes.map((node: { slug: string }) => node.slug).sort();
  }

  async function ranked(where: Where, args = ""): Promise<string[]> {
    const query = `query ($where: SubmissionWhere) {
      leaderboard(ref: "main") { ranking(where: $where ${args}) { nodes { submission { slug } } } } }`;
    const { nodes } = (await service.data(query, { where })).leaderboard.ranking;
    return nodes.map((node: { submission: { slug: string } }) => node.submission.slug);
  }

  const except = (...slugs: string[]) => ALL.filter((slug) => !slugs.includes(slug));

  const cases: [string, Where, string[]][] = [
    ["nothing asked is everything", {}, ALL],
    ["is: exactly the thing", { lossFunction: { is: "arc" } }, ["both", "variant"]],
    ["is: not what stands under it", { lossFunction: { is: "Margin" } }, []],
    [
      "is: one of several",
      { lossFunction: { is: ["Arc loss", "TRIPLET"] } },
      ["both", "no-percent", "variant"],
    ],
    ["is: one of none", { lossFunction: { is: [] } }, []],
    ["within: the thing or anything under it", { lossFunction: { within: "margin" } }, ["both", "variant"]],
    [
      "is and within of one thing",
      { lossFunction: { is: ["arc", "triplet"], within: "margin" } },
      ["both", "variant"],
    ],
    ["basis: only those named", { lossFunction: { is: "arc", basis: [CITED] } }, ["cites"]],
    ["basis alone: a claim on it", { lossFunction: { basis: VAGUE } }, ["vague"]],
    [
      "basis STATED leaves out the inherited",
      { lossFunction: { within: "margin", basis: STATED } },
      ["both"],
    ],
    ["no basis at all", { lossFunction: { is: "arc", basis: [] } }, []],
    ["modified of the same claim", { lossFunction: { is: "arc", modified: true } }, ["both", "variant"]],
    ["not modified, of the same claim", { lossFunction: { is: "arc", modified: false } }, []],
    ["one claim must satisfy all", { lossFunction: { is: "cos", modified: true } }, []],
    ["modified alone", { lossFunction: { modified: true } }, ["both", "variant"]],
    ["known", { lossFunction: { known: true } }, ["both", "no-percent", "variant"]],
    [
      "not known: cited and vague are not known",
      { lossFunction: { known: false } },
      except("both", "no-percent", "variant"),
    ],
    ["not known on a basis", { lossFunction: { known: false, basis: CITED } }, except("cites")],
    ["not known and yet a thing", { lossFunction: { known: false, is: "arc" } }, []],
    ["a claim without a name is not known", { trainingDataset: { known: true } }, []],
    [
      "a claim without a name has its basis",
      { trainingDataset: { basis: STATED, modified: true } },
      ["vague"],
    ],
    ["not keeps the unknown", { not: { lossFunction: { within: "arc" } } }, except("both", "variant")],
    [
      "not, and known",
      { lossFunction: { known: true }, not: { lossFunction: { within: "arc" } } },
      ["no-percent"],
    ],
    [
      "and of two claims",
      { and: [{ lossFunction: { is: "arc" } }, { lossFunction: { is: "cos" } }] },
      ["both", "variant"],
    ],
    ["and of nothing holds", { and: [] }, ALL],
    ["or of nothing holds for nothing", { or: [] }, []],
    [
      "or beside a member",
      { described: { is: true }, or: [{ ensembleSize: { gte: 6 } }, { lossFunction: { is: "arc" } }] },
      ["both", "vague"],
    ],
    ["not of everything", { not: {} }, []],
    ["not of not", { not: { not: { lossFunction: { is: "arc" } } } }, ["both", "variant"]],
    [
      "not of or",
      { not: { or: [{ ensembleSize: { known: true } }, { submittedOn: { known: true } }] } },
      except("both", "vague", "percent"),
    ],
    ["not of an empty or", { not: { or: [] } }, ALL],
    [
      "nested three deep",
      { or: [{ and: [{ not: { name: { known: true } } }] }, { submission: { is: "both" } }] },
      ["both", "nameless"],
    ],
    ["name is, ignoring case", { name: { is: ["BOTH", "Cites"] } }, ["both", "cites"]],
    ["name contains", { name: { contains: "FACE" } }, ["no-percent", "percent"]],
    ["% is a letter", { name: { contains: "0%" } }, ["percent"]],
    ["_ is a letter", { name: { contains: "face_" } }, ["percent"]],
    ["a backslash is a letter", { name: { contains: "\\" } }, []],
    ["name starts with", { name: { startsWith: "v" } }, ["vague", "variant"]],
    ["all of a text's conditions", { name: { startsWith: "v", contains: "ian" } }, ["variant"]],
    ["a lost name", { name: { known: false } }, ["nameless"]],
    ["not a name: a lost one stays", { not: { name: { contains: "a" } } }, ["both", "cites", "nameless"]],
    ["submission", { submission: { is: ["both", "100% FACE_A"] } }, ["both", "percent"]],
    ["benchmark", { benchmark: { is: "Test benchmark" } }, ALL],
    ["benchmark is always known", { benchmark: { known: false } }, []],
    ["organisation, one of two", { organisation: { is: "bolt" } }, ["both"]],
    ["organisation by alias", { organisation: { within: "acme corp." } }, ["both"]],
    ["organisation not known", { organisation: { known: false } }, except("both")],
    ["cited paper by arXiv id", { citedPaper: { is: "arXiv:1801.07698v2" } }, ["cites"]],
    ["cited paper by DOI", { citedPaper: { is: "https://doi.org/10.1109/abc.1" } }, ["cites"]],
    ["cites something", { citedPaper: { known: true } }, ["cites"]],
    ["training scale", { trainingScale: { is: ["LARGE"] } }, ["both"]],
    ["training scale not known", { trainingScale: { known: false } }, except("both")],
    ["reported by", { reportedBy: { is: "AUTHOR" } }, ["percent"]],
    ["not reported by", { not: { reportedBy: { is: "AUTHOR" } } }, except("percent")],
    ["cleaning, stated or inherited", { testSetCleaning: { is: "OWN" } }, ["both", "variant"]],
    ["cleaning on a basis", { testSetCleaning: { is: "OWN", basis: ["INHERITED"] } }, ["variant"]],
    ["cleaning not known", { testSetCleaning: { known: false } }, except("both", "variant")],
    ["cleaning of no kind", { testSetCleaning: { is: "NONE" } }, []],
    ["dates, with their bounds", { submittedOn: { gte: "2017-03-01", lt: "2018-01-01" } }, ["both"]],
    ["dates, without their bounds", { submittedOn: { gt: "2017-03-01", lte: "2018-01-01" } }, ["percent"]],
    ["undated", { submittedOn: { known: false } }, except("both", "percent")],
    ["not before a day keeps the undated", { not: { submittedOn: { lt: "2018-01-01" } } }, except("both")],
    ["ensemble size", { ensembleSize: { gt: 1, lt: 6 } }, ["both"]],
    ["ensemble size not known", { ensembleSize: { known: false } }, except("both", "vague")],
    ["described", { described: { is: true } }, ["both", "cites", "vague"]],
    ["not described", { described: { is: false } }, ["nameless", "no-percent", "percent", "variant"]],
    ["score of the default split", { score: { leaderboard: "main", gte: 70 } }, ["both", "vague"]],
    ["score of a split", { score: { leaderboard: "main", split: "B", gte: 50 } }, ["cites"]],
    ["one score must satisfy all", { score: { leaderboard: "main", gt: 40, lt: 70 } }, []],
    ["score known", { score: { leaderboard: "main", known: true } }, ["both", "vague"]],
    [
      "an empty cell is not a value",
      { score: { leaderboard: "main", known: false } },
      except("both", "vague"),
    ],
    [
      "not a score keeps those without",
      { not: { score: { leaderboard: "main", gte: 75 } } },
      except("vague"),
    ],
    [
      "null is as if not given",
      { lossFunction: null, name: { is: null }, and: null, or: null, not: null },
      ALL,
    ],
  ];

  it.each(cases)("%s", async (_, where, expected) => {
    expect(await find(where)).toEqual([...expected].sort());
  });

  it("a score filter in a ranking means the ranked split unless it names another", async () => {
    expect(await ranked({})).toEqual(["vague", "both"]);
    expect(await ranked({ score: { gt: 70 } })).toEqual(["vague"]);
    expect(await ranked({ score: { gt: 70 } }, 'split: "b"')).toEqual(["cites"]);
    expect(await ranked({ score: { split: "b", gte: 40 } })).toEqual(["both"]);
    expect(await ranked({ score: { split: "b", known: false } })).toEqual(["vague"]);
    expect(await ranked({ score: { leaderboard: "side", lte: 10 } })).toEqual(["both"]);
    expect(await ranked({ not: { score: { leaderboard: "side", lte: 10 } } })).toEqual(["vague"]);
  });

  it.each([
    [{ score: { gt: 1 } }, "BAD_USER_INPUT", /where\.score/],
    [{ not: { or: [{ score: { split: "a" } }] } }, "BAD_USER_INPUT", /score/],
    [{ score: { leaderboard: "main", split: "z" } }, "NOT_FOUND", /"z"/],
    [{ score: { leaderboard: "nowhere" } }, "NOT_FOUND", /nowhere/],
    [{ lossFunction: { within: "Arck" } }, "NOT_FOUND", /lossFunction\.within.*"Arc"/],
    [{ testSetCleaning: { is: "UNKNOWN" } }, "BAD_USER_INPUT", /known: false/],
    [{ organisation: { is: "" } }, "BAD_USER_INPUT", /organisation\.is/],
  ])("%j is a clear mistake", async (where, code, message) => {
    const { errors } = await service.ask(
      "query ($where: SubmissionWhere) { submissions(where: $where) { totalCount } }",
      { where },
    );
    expect(errors?.[0].extensions?.code).toBe(code);
    expect(errors?.[0].message).toMatch(message);
  });

  it("from a loss, its submissions include those of the losses under it unless told otherwise", async () => {
    const data = await service.data(`{ lossFunction(ref: "margin") {
      all: submissions { nodes { slug } }
      own: submissions(includeDescendants: false) { nodes { slug } }
      stated: submissions(basis: [STATED], modified: false) { nodes { slug } }
      cited: submissions(basis: [CITED]) { nodes { slug } }
    } }`);
    expect(data.lossFunction).toEqual({
      all: { nodes: [{ slug: "both" }, { slug: "variant" }] },
      own: { nodes: [] },
      stated: { nodes: [{ slug: "both" }] },
      cited: { nodes: [{ slug: "cites" }] },
    });
  });
});
