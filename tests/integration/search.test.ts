import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { loadRecords } from "../../src/importers/load";
import { records, submission } from "../support/factories";
import { byCodePoint } from "../support/oracle/decimal";
import { startTestService, type TestService } from "../support/test-service";

const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int = 500, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { matched matchedOn closeness node { __typename id ...on LossFunction { slug } ...on Backbone { slug }
      ...on TrainingDataset { slug } ...on Paper { slug } ...on Organisation { slug } ...on Submission { slug }
      ...on Benchmark { slug } ...on Leaderboard { slug } } }
  }
}`;

interface Found {
  matched: string;
  matchedOn: string;
  closeness: number;
  node: { __typename: string; id: string; slug: string };
}

// biome-ignore lint/suspicious/noExplicitAny: rows of any table
type Row = any;

const TABLES: Record<string, string> = {
  Benchmark: "benchmark",
  Leaderboard: "leaderboard",
  Organisation: "organisation",
  LossFunction: "loss_function",
  Backbone: "backbone",
  TrainingDataset: "training_dataset",
  Paper: "paper",
  Submission: "submission",
};

describe("the search of the default data", () => {
  let service: TestService;
  const all = (table: string): Promise<Row[]> => service.dataSource.query(`SELECT * FROM ${table}`);
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  async function search(text: string, kinds?: string[]): Promise<Found[]> {
    const found = (await service.data(SEARCH, { text, kinds })).search;
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes;
  }

  const shown = ({ node, matchedOn, matched }: Found) => [node.__typename, node.slug, matchedOn, matched];

  it.each([
    ["arcfase", ["LossFunction", "arcface", "NAME", "ArcFace"]],
    ["resnet 10", ["Backbone", "resnet-100", "NAME", "ResNet-100"]],
    ["resnet152", ["Backbone", "resnet-152", "ALIAS", "ResNet152"]],
    ["sphreface", ["LossFunction", "a-softmax", "ALIAS", "SphereFace"]],
    ["microsft celeb", ["TrainingDataset", "ms-celeb-1m", "NAME", "MS-Celeb-1M"]],
    ["Megafce", ["Benchmark", "megaface", "NAME", "MegaFace"]],
    ["tripplet los", ["LossFunction", "triplet-loss", "NAME", "Triplet loss"]],
    ["goggle", ["Organisation", "google", "NAME", "Google"]],
    ["asian celebs", ["TrainingDataset", "asian-celeb", "NAME", "Asian-Celeb"]],
    ["FeelingFace", ["Submission", "megaface-unnamed-line-190", "ALIAS", "FeelingFace"]],
    ["1801.07698", ["Paper", "deng-2018-arcface", "IDENTIFIER", "1801.07698"]],
    ["https://arxiv.org/abs/1801.07698v3", ["Paper", "deng-2018-arcface", "IDENTIFIER", "1801.07698"]],
    ["DOI:10.1109/CVPR.2017.713", ["Paper", "liu-2017-sphereface", "IDENTIFIER", "10.1109/cvpr.2017.713"]],
  ])("%j finds first what was meant, and says what matched", async (text, expected) => {
    const [{ matched, ...first }] = await search(text);
    const [type, slug, on, name] = expected;
    expect(shown({ matched, ...first }).map((part) => part.toLowerCase())).toEqual(
      [type, slug, on, name].map((part) => part.toLowerCase()),
    );
  });

  it.each(["ArcFace", "aRcFaCe", "  arcface ", "Softmax", "iBUG", "CAISA", "Deep Face Recognition"])(
    "%j comes first when that is the very name",
    async (text) => {
      const found = await search(text);
      const exactly = found.filter(({ matched }) => matched.toLowerCase() === text.trim().toLowerCase());
      expect(exactly.length).toBeGreaterThan(0);
      expect(found.slice(0, exactly.length)).toEqual(exactly);
      expect(exactly.every(({ closeness }) => closeness === 1)).toBe(true);
      expect(found.slice(exactly.length).every(({ closeness }) => closeness < 1)).toBe(true);
    },
  );

  it.each(["x", "_", "r", "softmax", "ace", "(", "V1", "lab", "megaface", "&"])(
    "%j finds everything with it in a name or alias, the larger its part the closer",
    async (text) => {
      const aliases = await all("alias");
      const expected: unknown[] = [];
      for (const [type, table] of Object.entries(TABLES)) {
        for (const row of await all(table)) {
          const own = aliases.filter((alias) => alias[`${table}_id`] === row.id).map((alias) => alias.text);
          const names = [row.title ?? row.name, ...own].filter((name) =>
            name?.toLowerCase().includes(text.toLowerCase()),
          );
          if (names.length === 0) continue;
          const shortest = Math.min(...names.map((name) => name.length));
          const closeness = shortest === text.length ? 1 : 0.9 + (0.09 * text.length) / shortest;
          expected.push({ type, slug: row.slug, closeness: expect.closeTo(closeness, 4) });
        }
      }
      const found = (await search(text)).filter(({ matched }) =>
        matched.toLowerCase().includes(text.toLowerCase()),
      );
      const seen = found.map(({ node, closeness }) => ({
        type: node.__typename,
        slug: node.slug,
        closeness,
      }));
      expect(expected.length).toBeGreaterThan(0);
      expect(seen).toHaveLength(expected.length);
      expect(seen).toEqual(expect.arrayContaining(expected));
    },
  );

  it.each(["softmax", "resnet", "face", "a", "tencent lab"])(
    "%j lists each thing once, the closest first and equals by what matched",
    async (text) => {
      const found = await search(text);
      const sorted = [...found].sort(
        (a, b) =>
          b.closeness - a.closeness ||
          byCodePoint(a.matched, b.matched) ||
          byCodePoint(a.node.__typename, b.node.__typename),
      );
      expect(found.map(shown)).toEqual(sorted.map(shown));
      expect(new Set(found.map(({ node }) => node.id)).size).toBe(found.length);
      expect(found.every(({ closeness }) => closeness > 0 && closeness <= 1)).toBe(true);
    },
  );

  it("looks only through the kinds asked for", async () => {
    const everything = await search("face");
    expect(new Set(everything.map(({ node }) => node.__typename)).size).toBeGreaterThan(4);
    for (const [kind, type] of [
      ["PAPER", "Paper"],
      ["SUBMISSION", "Submission"],
      ["TRAINING_DATASET", "TrainingDataset"],
      ["ORGANISATION", "Organisation"],
    ]) {
      const found = await search("face", [kind]);
      expect(found).toEqual(everything.filter(({ node }) => node.__typename === type));
    }
    expect(await search("1801.07698", ["LOSS_FUNCTION", "BACKBONE"])).toEqual([]);
  });

  it("comes in pages that join to the whole", async () => {
    const whole = await search("face");
    const read: Found[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Row = (await service.data(SEARCH, { text: "face", first: 7, after })).search;
      expect(page.totalCount).toBe(whole.length);
      read.push(...page.nodes);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(read).toEqual(whole);
  });

  it.each(["%", "\\", "%_%", "'; DROP TABLE paper; --", "!|&():*<->", "$$", "😀", "zzzzqqqq", "\u0301"])(
    "%j is a text like any other",
    async (text) => {
      expect(await search(text)).toEqual([]);
    },
  );

  it.each([
    [{ text: "" }, /text: is empty/],
    [{ text: " \n\t" }, /text: is empty/],
    [{ text: "x".repeat(201) }, /text: has 201 letters/],
    [{ text: "x", kinds: [] }, /kinds: is empty/],
  ])("%j is a clear mistake", async (variables, message) => {
    const { errors } = await service.ask(SEARCH, variables);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    expect(errors?.[0].message).toMatch(message);
  });

  it("is told of by meta with counts that are those of the tables", async () => {
    const { meta } = await service.data(`{ meta { revision changedAt counts {
      benchmarks leaderboards submissions describedSubmissions scores organisations lossFunctions backbones
      trainingDatasets papers } sources { slug title } notInSources { topic statement source { slug } } } }`);
    const [submissions, scores] = [await all("submission"), await all("score")];
    expect(meta.counts).toEqual({
      benchmarks: (await all("benchmark")).length,
      leaderboards: (await all("leaderboard")).length,
      submissions: submissions.length,
      describedSubmissions: submissions.filter((row) => row.described).length,
      scores: scores.filter((row) => row.value !== null).length,
      organisations: (await all("organisation")).length,
      lossFunctions: (await all("loss_function")).length,
      backbones: (await all("backbone")).length,
      trainingDatasets: (await all("training_dataset")).length,
      papers: (await all("paper")).length,
    });
    expect([submissions.length, submissions.filter((row) => row.described).length]).toEqual([78, 42]);
    const file = path.join(__dirname, "../../seeds/megaface/benchmark.yaml");
    const [source] = parse(readFileSync(file, "utf8")).sources;
    expect(meta.sources).toEqual([{ slug: source.slug, title: source.title }]);
    expect(meta.notInSources).toEqual(
      source.doesNotSay.map((gap: object) => ({ ...gap, source: { slug: source.slug } })),
    );
    expect(meta.revision).toBeGreaterThan(0);
    expect(meta.changedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });
});

describe("search and meta of changing data", () => {
  it("know what was just written, and a new revision", async () => {
    const service = await startTestService("empty");
    const read = async () =>
      (await service.data("{ meta { revision counts { submissions papers } sources { title } } }")).meta;
    const before = await read();
    expect(before).toMatchObject({ counts: { submissions: 0, papers: 0 }, sources: [] });
    expect((await service.data(SEARCH, { text: "anything" })).search).toMatchObject({
      totalCount: 0,
      nodes: [],
    });
    const added = records({
      sources: [
        { slug: "test-source", title: "b" },
        { slug: "upper", title: "Z" },
      ],
      papers: [{ slug: "p", title: "Zürich 50% _faces_" }],
      submissions: [submission("Größe ＦＵＬＬ", { slug: "wide" })],
    });
    await loadRecords(service.dataSource, added);
    const after = await read();
    expect(after).toMatchObject({
      counts: { submissions: 1, papers: 1 },
      sources: [{ title: "Z" }, { title: "b" }],
    });
    expect(after.revision).toBe(before.revision + 1);
    await loadRecords(service.dataSource, added);
    expect((await read()).revision).toBe(after.revision);
    for (const [text, slug] of [
      ["ZÜRICH", "p"],
      ["50%", "p"],
      ["_FACES_", "p"],
      ["größe full", "wide"],
      ["ö", "wide"],
    ]) {
      const { nodes } = (await service.data(SEARCH, { text })).search;
      expect(nodes[0]?.node.slug).toBe(slug);
    }
    expect(service.logged).toEqual([]);
    await service.close();
  });
});
