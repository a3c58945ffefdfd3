import { methodOf, unnamed } from "../support/method-claims";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const method = (ref: string) => methodOf(service, ref);
const labels = (connection: { nodes: { label: string }[] }) =>
  connection.nodes.map(({ label }) => label).sort();
const atLine = (line: number) => `Unnamed description at line ${line}`;

describe("cleaning", () => {
  it.each([
    [unnamed(190), "STATED MS-Celeb-1M (modified) :190"],
    [unnamed(63), "STATED MS-Celeb-1M (modified) :63"],
    ["Sogou AIGROUP - SFace", 'VAGUE "pictures from sogou pic search engine" :338'],
    [unnamed(204), 'VAGUE "pictures from sogou pic search engine" :204'],
    ["EI Networks", 'STATED "training database" :269'],
  ])("the training set says nothing of the test set: %s", async (ref, claim) => {
    const { cleaning, data } = await method(ref);
    expect(cleaning).toBe("UNKNOWN");
    expect(data).toContain(claim);
  });

  it("the test set says nothing of the training set, and both can be said", async () => {
    expect((await method("Kankan AI Lab")).data).toEqual(["STATED MS-Celeb-1M :123", "STATED VGGFace2 :123"]);
    const both = await method(unnamed(341));
    expect([both.cleaning, ...both.data]).toEqual([
      "PUBLISHED_LIST STATED",
      "STATED MS-Celeb-1M (modified) :341",
    ]);
  });

  it("is unknown, with no place in the source, where the text does not speak of it", async () => {
    const { submission } = await service.data(`{ submission(ref: "SIATMMLAB TencentVision") {
      testSetCleaning { kind basis term source { line } }
    } }`);
    expect(submission.testSetCleaning).toEqual({ kind: "UNKNOWN", basis: null, term: null, source: null });
  });

  it("by the list of InsightFace and by that of iBUG_DeepInsight is the same: a published list", async () => {
    const { published, none, own } = await service.data(`{
      published: submissions(where: { testSetCleaning: { is: PUBLISHED_LIST } }, first: 50) { nodes { label } }
      none: submissions(where: { testSetCleaning: { is: NONE } }) { nodes { label } }
      own: submissions(where: { testSetCleaning: { is: OWN } }) { nodes { label } }
    }`);
    expect(labels(published)).toEqual([
      "Beijing Faceall Co. & BUPT(iBug cleaned)",
      "BingMMLab V1(iBUG cleaned data)",
      "Kankan AI Lab",
      "Orion Star Technology (clean)",
      "PingAn AI Lab (Nanjing)",
      "QINIU ATLAB - FaceX V1 (iBUG cleaned data)",
      "SenseTime PureFace(clean)",
      "TUPUTECH V1 (iBUG cleaned data)",
      ...[143, 193, 221, 280, 285, 298, 311, 324, 341].map(atLine),
      "Visual Computing-Alibaba-V1(clean)",
    ]);
    expect(labels(none)).toEqual(["BingMMLab-v1 (non-cleaned data)", "Orion Star Technology (no clean)"]);
    expect(labels(own)).toEqual([atLine(140)]);
  });
});

describe("training data", () => {
  it("have their sizes with the use: MS-Celeb-1M is given three", async () => {
    const { trainingDataset } =
      await service.data(`{ trainingDataset(ref: "MS-Celeb-1M") { submissions(first: 50) { nodes {
      label trainingDatasets { trainingDataset { slug } identities images sizeTerm }
    } } } }`);
    type Use = {
      trainingDataset: { slug: string } | null;
      identities: number;
      images: number;
      sizeTerm: string;
    };
    type User = { label: string; trainingDatasets: Use[] };
    const sizes = trainingDataset.submissions.nodes.flatMap(({ label, trainingDatasets }: User) =>
      trainingDatasets
        .filter((use) => use.trainingDataset?.slug === "ms-celeb-1m" && use.sizeTerm)
        .map(({ identities, images, sizeTerm }) => [label, identities, images, sizeTerm]),
    );
    expect(sizes.sort()).toEqual([
      ["Jian24 Vision", 74_000, 4_000_000, "74K identities, 4M images"],
      ["Orion Star Technology (clean)", 95_000, 5_100_000, "95K identities, 5.1M images"],
      [atLine(97), 74_000, 4_000_000, "74K identities, 4M images"],
      ["Visual Computing-Alibaba-V1(clean)", 84_000, 5_200_000, "84 k identities, 5.2 M images"],
    ]);
  });

  it("called Faceall-msra are not MS-Celeb-1M", async () => {
    expect((await method("Beijing Faceall Co. & BUPT(iBug cleaned)")).data).toEqual([
      "STATED Faceall-msra :257",
    ]);
  });

  it("have a number that is only a bound as written, too", async () => {
    const { submission } = await service.data(`{ submission(ref: "SIATMMLAB TencentVision") {
      trainingDatasets { trainingDataset { name } images sizeTerm }
    } }`);
    expect(submission.trainingDatasets).toEqual([
      { trainingDataset: { name: "CASIA-WebFace" }, images: null, sizeTerm: null },
      { trainingDataset: { name: "VGGFace" }, images: null, sizeTerm: null },
      { trainingDataset: { name: "CACD2000" }, images: null, sizeTerm: null },
      { trainingDataset: null, images: 2_000_000, sizeTerm: "more than 2 million" },
    ]);
  });
});

describe("an ensemble", () => {
  it("has a size only where the text gives a number", async () => {
    const { submissions } = await service.data(
      `{ submissions(where: { ensembleSize: { known: true } }, first: 50) { nodes { label ensembleSize } } }`,
    );
    type Sized = { label: string; ensembleSize: number };
    const sizes = submissions.nodes.map(({ label, ensembleSize }: Sized) => [label, ensembleSize]);
    expect(Object.fromEntries(sizes)).toEqual({
      [atLine(97)]: 1,
      "Jian24 Vision": 1,
      [atLine(221)]: 1,
      "PingAn AI Lab (Nanjing)": 1,
      "Visual Computing-Alibaba-V1(clean)": 1,
      "Orion Star Technology (clean)": 3,
      [atLine(63)]: 3,
      "QINIU ATLAB - FaceX V1 (iBUG cleaned data)": 3,
      "EI Networks": 3,
      "Beijing Faceall Co. & BUPT(iBug cleaned)": 6,
    });
  });

  it("of features of 256x3 has 768 numbers", async () => {
    const { submission } = await service.data(
      `{ submission(ref: "Orion Star Technology (clean)") { summary } }`,
    );
    expect(submission.summary).toMatch(/\b768\b/);
  });
});

describe("a reference list", () => {
  const FIVE = ["zhang-2016-mtcnn", "liu-2017-sphereface", "deng-2018-arcface"];

  it.each([
    ["ULSee - Face Team", 6],
    [unnamed(146), 6],
    [unnamed(159), 6],
    [unnamed(228), 1],
    ["Fiberhome AI Research Lab(Nanjing)", 2],
    [unnamed(298), 5],
    [unnamed(311), 5],
    [unnamed(324), 5],
  ])("states nothing of what %s used: its %d papers are cited", async (ref, papers) => {
    const { losses, backbones, data, cites } = await method(ref);
    expect([losses, backbones, data]).toEqual([[], [], []]);
    expect(cites).toHaveLength(papers);
    if (papers === 5) expect(cites.map((cite) => cite.split(" ")[0])).toEqual(expect.arrayContaining(FIVE));
  });

  it("that is printed twice is that of two submissions", async () => {
    const [one, other] = [await method(unnamed(146)), await method(unnamed(159))];
    const bare = (cites: string[]) => cites.map((cite) => cite.split(" ")[0]);
    expect(bare(one.cites)).toEqual([
      "he-2015-resnet",
      "zhang-2016-mtcnn",
      "schroff-2015-facenet",
      "liu-2017-sphereface",
      "wang-2018-am-softmax",
      "deng-2018-arcface",
    ]);
    expect(bare(other.cites)).toEqual(bare(one.cites));
    expect(other.cites[0]).toBe("he-2015-resnet :159");
  });

  it("does not merge Kankan AI Lab with the description at line 193, which has the same words", async () => {
    const moved = ({ cites, ...rest }: Awaited<ReturnType<typeof method>>) =>
      JSON.stringify({ ...rest, cites }).replace(/:(\d+)"/g, (_, line) => `:${Number(line) + 70}"`);
    expect(moved(await method("Kankan AI Lab"))).toBe(JSON.stringify(await method(unnamed(193))));
  });
});

describe("what is not known", () => {
  it("of 36 of the 46 rows is any description under their own name, the winner's among them", async () => {
    const { leaderboard } = await service.data(`{ leaderboard(ref: "megaface-identification") {
      without: ranking(where: { described: { is: false } }, first: 1) { totalCount nodes { overallRank submission { name } } }
      with: ranking(where: { described: { is: true } }) { nodes { overallRank submission { name } } }
    } }`);
    expect(leaderboard.without).toEqual({
      totalCount: 36,
      nodes: [{ overallRank: 1, submission: { name: "THU CV-AI Lab" } }],
    });
    type Entry = { overallRank: number; submission: { name: string } };
    expect(
      leaderboard.with.nodes.map((entry: Entry) => `${entry.overallRank} ${entry.submission.name}`),
    ).toEqual([
      "2 EI Networks",
      "4 QINIU ATLAB - FaceX V1 (iBUG cleaned data)",
      "5 SIATMMLAB TencentVision",
      "6 SRC-Beijing-FR(Samsung Research Institute China-Beijing)",
      "7 BingMMLab V1(iBUG cleaned data)",
      "8 BingMMLab-v1 (non-cleaned data)",
      "19 SenseTime PureFace(clean)",
      "21 Fiberhome AI Research Lab V2(Nanjing)",
      "29 SphereFace - Small",
      "33 DeepSense - Small",
    ]);
  });

  it("is not filled from a likely description: three rows have one, each with a reason", async () => {
    const { submissions } = await service.data(`{ submissions(first: 100) { nodes {
      label described likelyDescriptions { reason submission { label } }
    } } }`);
    type Row = {
      label: string;
      described: boolean;
      likelyDescriptions: { reason: string; submission: { label: string } }[];
    };
    const likely = submissions.nodes.filter((row: Row) => row.likelyDescriptions.length);
    expect(
      likely.map((row: Row) => [row.label, row.described, row.likelyDescriptions[0].submission.label]),
    ).toEqual([
      ["ATLAB-FACEX (QINIU CLOUD)", false, atLine(221)],
      ["Beijing Faceall Co. - FaceAll V2", false, "Beijing Faceall Co. & BUPT(iBug cleaned)"],
      ["TUPUTECH", false, "TUPUTECH V1 (iBUG cleaned data)"],
    ]);
    for (const row of likely) {
      expect(row.likelyDescriptions).toHaveLength(1);
      expect(row.likelyDescriptions[0].reason).toMatch(/Against it:/);
      expect(await method(row.label)).toEqual({
        losses: [],
        backbones: [],
        data: [],
        cleaning: "UNKNOWN",
        cites: [],
      });
    }
  });

  it("because the source does not say it is listed by topic, with a statement each", async () => {
    const { meta } = await service.data(`{ meta { notInSources { topic statement source { slug } } } }`);
    type Gap = { topic: string; statement: string; source: { slug: string } };
    expect(meta.notInSources.map(({ topic }: Gap) => topic).sort()).toEqual([
      "curves",
      "false-accept-rate",
      "lost-names",
      "probe-set",
      "row-descriptions",
      "third-table-title",
      "training-scale",
    ]);
    for (const { statement, source } of meta.notInSources as Gap[]) {
      expect(statement.length).toBeGreaterThan(40);
      expect(source.slug).toBe("megaface-results-page");
    }
  });
});
