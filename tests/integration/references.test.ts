import { toGlobalId } from "../../src/common/global-id";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

const KINDS = [
  "benchmark",
  "leaderboard",
  "organisation",
  "lossFunction",
  "backbone",
  "trainingDataset",
  "paper",
  "submission",
] as const;

/** One thing whose name needs folding, and three of which each bears what is another one's: slug, name, alias. */
const named = [
  { slug: "plain-slug", name: "ﬁne  Ｎame", aliases: ["Other WAY", "Zwölf"] },
  { slug: "contested", name: "By slug" },
  { slug: "by-name", name: "Contested", aliases: ["Second"] },
  { slug: "by-alias", name: "By alias", aliases: ["contested", "second", "Doubled"] },
  { slug: "second-name", name: "Second" },
  { slug: "doubled-too", name: "Doubled too", aliases: ["doubled"] },
];

const IDENTIFIED = {
  slug: "identified",
  title: "A paper with identifiers",
  arxivId: "1801.07698",
  doi: "10.1109/CVPR.2016.90",
};

let service: TestService;

beforeAll(async () => {
  service = await startTestService("empty");
  const board = leaderboard("board");
  const [boardRecord] = board.leaderboards;
  await loadRecords(
    service.dataSource,
    records({
      benchmarks: [{ slug: "test-benchmark", name: "Test benchmark" }, ...named],
      metrics: board.metrics,
      leaderboards: named.map((thing) => ({ ...boardRecord, ...thing })),
      organisations: named,
      lossFunctions: named,
      backbones: named,
      trainingDatasets: named,
      papers: [
        ...named.map(({ name, ...thing }) => ({ ...thing, title: name })),
        IDENTIFIED,
        { slug: "old", title: "An older paper", arxivId: "hep-th/9901001" },
      ],
      submissions: named.map(({ name, ...parts }) => submission(name, parts)),
    }),
  );
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  expect(logged).toEqual([]);
});

async function slugOf(kind: string, ref: string): Promise<string> {
  const data = await service.data(`query ($ref: String!) { ${kind}(ref: $ref) { slug } }`, { ref });
  return data[kind].slug;
}

async function errorOf(kind: string, ref: string) {
  const { errors } = await service.ask(`query ($ref: String!) { ${kind}(ref: $ref) { slug } }`, { ref });
  return { message: errors?.[0].message, extensions: errors?.[0].extensions };
}

describe.each(KINDS)("a reference to a %s", (kind) => {
  it("can be its global id", async () => {
    const data = await service.data(`{ ${kind}(ref: "plain-slug") { id } }`);
    expect(await slugOf(kind, data[kind].id)).toBe("plain-slug");
  });

  it.each([
    ["slug", "plain-slug"],
    ["slug in upper case", "PLAIN-Slug"],
    ["slug between white space", "  plain-slug\n"],
    ["name as it is written", "ﬁne  Ｎame"],
    ["name without the ligature and in other case", "FINE NAME"],
    ["name in full-width letters", "ＦＩＮＥ　ＮＡＭＥ"],
    ["name with other white space", "\tfine \u00a0\n name "],
    ["alias", "Other WAY"],
    ["alias in other case and with more white space", " oTHER   way"],
    ["alias with a letter of two characters", "ZWO\u0308LF"],
  ])("can be its %s", async (_, ref) => {
    expect(await slugOf(kind, ref)).toBe("plain-slug");
  });

  it.each([
    ["slug before a name and an alias", "CONTESTED", "contested"],
    ["name before an alias", "second", "second-name"],
  ])("means the %s", async (_, ref, slug) => {
    expect(await slugOf(kind, ref)).toBe(slug);
  });

  it("is an error with all candidates when it is an alias of two", async () => {
    const { message, extensions } = await errorOf(kind, "Doubled");
    expect(extensions).toMatchObject({ code: "AMBIGUOUS", argument: "ref" });
    expect(extensions?.suggestions).toHaveLength(2);
    expect(extensions?.suggestions).toEqual(expect.arrayContaining(["by-alias", "doubled-too"]));
    expect(message).toContain('"Doubled" can mean 2');
  });

  it("is an error with near names when nothing is called so", async () => {
    const { extensions } = await errorOf(kind, "fine nam");
    expect(extensions).toMatchObject({ code: "NOT_FOUND", argument: "ref" });
    expect(extensions?.suggestions).toContain("ﬁne  Ｎame");
  });

  it("is an error when it is the id of another type", async () => {
    const { message, extensions } = await errorOf(kind, toGlobalId("Metric", 1));
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "ref" });
    expect(message).toContain("is the id of a Metric");
  });

  it("is an error when nothing has the id", async () => {
    const type = kind[0].toUpperCase() + kind.slice(1);
    const { extensions } = await errorOf(kind, toGlobalId(type, 2_147_483_647));
    expect(extensions).toMatchObject({ code: "NOT_FOUND", argument: "ref" });
  });

  it.each(["", " \n\u3000"])("is an error when it is empty: %j", async (ref) => {
    const { message, extensions } = await errorOf(kind, ref);
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "ref" });
    expect(message).toContain("ref: is empty.");
  });
});

describe("a reference to a paper", () => {
  it.each([
    "1801.07698",
    "1801.07698v3",
    " arXiv:1801.07698 ",
    "ARXIV:1801.07698v12",
    "https://arxiv.org/abs/1801.07698",
    "http://arxiv.org/pdf/1801.07698v1.pdf",
    "10.1109/CVPR.2016.90",
    "10.1109/cvpr.2016.90",
    "doi:10.1109/CVPR.2016.90",
    "https://doi.org/10.1109/CVPR.2016.90",
    "http://dx.doi.org/10.1109/cvpr.2016.90",
  ])("can be its identifier: %s", async (ref) => {
    expect(await slugOf("paper", ref)).toBe("identified");
  });

  it.each(["hep-th/9901001", "arXiv:HEP-TH/9901001v2", "https://arxiv.org/abs/hep-th/9901001"])(
    "can be an identifier of the old form: %s",
    async (ref) => expect(await slugOf("paper", ref)).toBe("old"),
  );

  it.each(["1801.07699", "10.1109/CVPR.2016.91"])("does not mean the nearest identifier: %s", async (ref) => {
    expect((await errorOf("paper", ref)).extensions).toMatchObject({ code: "NOT_FOUND" });
  });
});
