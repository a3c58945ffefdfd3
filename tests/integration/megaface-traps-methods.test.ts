import { methodOf, unnamed } from "../support/method-claims";
import { startTestService, type TestService } from "../support/test-service";

const BINGMMLAB = "bingmmlab-v1-ibug-cleaned-data";
const TUPUTECH = "tuputech-v1-ibug-cleaned-data";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const method = (ref: string) => methodOf(service, ref);

/** The labels of the submissions that `field` of a thing lists, in code-point order. */
async function users(kind: string, ref: string, field = "submissions(first: 100)"): Promise<string[]> {
  const data = await service.data(
    `query ($ref: String!) { ${kind}(ref: $ref) { users: ${field} { nodes { label } } } }`,
    { ref },
  );
  return data[kind].users.nodes.map(({ label }: { label: string }) => label).sort();
}
const atLine = (line: number) => `Unnamed description at line ${line}`;

describe("text after a lost name is not the entry above it", () => {
  it.each([
    ["DeepSense - Small", unnamed(88), '"Training set"'],
    ["SphereFace - Small", unnamed(97), "ResNet-28"],
    ["SenseTime PureFace(clean)", unnamed(221), "ResNet-100"],
    ["Sogou AIGROUP - SFace", unnamed(341), "AM-Softmax"],
    ["Jian24 Vision", unnamed(187), "ArcFace"],
    ["Kankan AI Lab", unnamed(140), "ResNet"],
  ])("%s does not have what %s says: %s", async (above, below, thing) => {
    const text = async (ref: string) => {
      const { losses, backbones, data } = await method(ref);
      return [...losses, ...backbones, ...data].map((claim) =>
        claim.replace(/^[A-Z]+ | :.*| \(modified\)/g, ""),
      );
    };
    expect(await text(above)).not.toContain(thing);
    expect(await text(below)).toContain(thing);
  });

  it("and a lost link does not end an entry: what follows it is still its own", async () => {
    expect((await method(BINGMMLAB)).cites).toEqual(["angular-softmax-channel-wise-attention :119"]);
    expect((await method("qiniu-atlab-facex-v1-ibug-cleaned-data")).cites).toEqual([]);
  });
});

describe("ArcFace", () => {
  it("is stated by six submissions, in other words too, and by no more", async () => {
    expect(await users("lossFunction", "ArcFace")).toEqual([
      "Beijing Faceall Co. & BUPT(iBug cleaned)",
      "Fiberhome AI Research Lab V2(Nanjing)",
      "Kankan AI Lab",
      atLine(143),
      atLine(187),
      atLine(193),
    ]);
  });

  it("is cited as a paper by sixteen, which is another fact", async () => {
    expect(await users("paper", "1801.07698", "citedBy(first: 100)")).toEqual([
      "Beijing Faceall Co. & BUPT(iBug cleaned)",
      "Fiberhome AI Research Lab(Nanjing)",
      "Jian24 Vision",
      "Kankan AI Lab",
      "PingAn AI Lab (Nanjing)",
      "SenseTime PureFace(clean)",
      "ULSee - Face Team",
      ...[146, 159, 193, 228, 280, 298, 311, 324, 97].map(atLine),
    ]);
  });

  it("in a version of its own is ArcFace, modified", async () => {
    expect((await method(unnamed(187))).losses).toEqual(["STATED ArcFace (modified) :187"]);
  });

  it("is cited at line 280 for its list of noisy images only", async () => {
    expect(await method(unnamed(280))).toEqual({
      losses: ["STATED AM-Softmax :280", "STATED Triplet loss :280"],
      backbones: ["STATED ResNet-101 :280"],
      data: ["STATED MS-Celeb-1M :280", "STATED Asian-Celeb :280"],
      cleaning: "PUBLISHED_LIST STATED",
      cites: ["deng-2018-arcface :282"],
    });
  });
});

describe("a loss", () => {
  it("called cosine loss is one of its own, in no family, and not under Angular margin", async () => {
    const { lossFunction } = await service.data(
      `{ lossFunction(ref: "cosine loss") { name family { name } } }`,
    );
    expect(lossFunction).toEqual({ name: "Cosine loss", family: null });
    const angular = await users("lossFunction", "Angular margin");
    for (const label of ["Jian24 Vision", "PingAn AI Lab (Nanjing)", atLine(97)])
      expect(angular).not.toContain(label);
    expect(await users("lossFunction", "cosine loss")).toEqual([
      "Fiberhome AI Research Lab V2(Nanjing)",
      "Jian24 Vision",
      "PingAn AI Lab (Nanjing)",
      atLine(97),
    ]);
  });

  it("that is not named is vague", async () => {
    expect((await method(unnamed(184))).losses).toEqual(['VAGUE "insightface with loss modification" :184']);
    expect((await method(unnamed(63))).losses).toEqual(['VAGUE "a combined loss" :63']);
    expect((await method("EI Networks")).losses).toEqual([
      "STATED Triplet loss :269",
      'VAGUE "multiple large margin loss functions" :269',
    ]);
  });

  it("of SphereFace is A-Softmax", async () => {
    expect((await method("SphereFace - Small")).losses).toEqual(["STATED A-Softmax :92"]);
  });

  it.each([
    ["SRC-Beijing-FR(Samsung Research Institute China-Beijing)", "STATED A-Softmax (modified) :277"],
    ["QINIU ATLAB - FaceX V1 (iBUG cleaned data)", "STATED A-Softmax (modified) :242"],
    [unnamed(221), "STATED A-Softmax (modified) :221"],
    ["SIATMMLAB TencentVision", "STATED Center loss (modified) :81"],
    ["Visual Computing-Alibaba-V1(clean)", "STATED A-Softmax :253"],
  ])("that is improved is the loss, modified; else it is not: %s", async (ref, claim) => {
    expect((await method(ref)).losses).toContain(claim);
  });

  it("with batch-hard mining is the triplet loss, and a verification loss is a loss", async () => {
    expect((await method(unnamed(285))).losses).toEqual([
      "STATED Combined margin :285",
      "STATED Triplet loss :285",
    ]);
    expect((await method("DeepSense - Small")).losses).toEqual([
      "STATED Softmax :85",
      "STATED Verification loss :85",
      "STATED Triplet loss :85",
    ]);
  });

  it("is not a metric: cosine distance is none", async () => {
    expect((await method("Beijing Faceall Co. & BUPT(iBug cleaned)")).losses).toEqual([
      "STATED A-Softmax :257",
      "STATED ArcFace :257",
    ]);
  });
});

describe("a variant", () => {
  it("that stands before its base and names it loosely inherits what it does not say itself", async () => {
    const { submission } = await service.data(`{ submission(ref: "BingMMLab-v1 (non-cleaned data)") {
      variantOf { submission { slug } onlyDifference term source { line } }
    } }`);
    expect(submission.variantOf).toEqual([
      {
        submission: { slug: BINGMMLAB },
        onlyDifference: true,
        term: "BingMMLab V1(cleaned data)",
        source: { line: 109 },
      },
    ]);
    expect(await method("BingMMLab-v1 (non-cleaned data)")).toEqual({
      losses: [`INHERITED A-Softmax (modified) :113 < ${BINGMMLAB}`],
      backbones: [`INHERITED DenseNet-69 :113 < ${BINGMMLAB}`],
      data: [`INHERITED "training data" :113 < ${BINGMMLAB}`],
      cleaning: "NONE STATED",
      cites: [],
    });
  });

  it("without a name of its own inherits, too, and what is vague stays vague", async () => {
    expect(await method(unnamed(140))).toEqual({
      losses: [`VAGUE "a combined loss" :135 < ${TUPUTECH}`],
      backbones: [`INHERITED ResNet :135 < ${TUPUTECH}`],
      data: [`INHERITED MS-Celeb-1M :135 < ${TUPUTECH}`],
      cleaning: "OWN STATED",
      cites: [],
    });
  });

  it("that names a major difference inherits nothing", async () => {
    const nothing = { losses: [], backbones: [], data: [], cites: [] };
    expect(await method("Orion Star Technology (no clean)")).toEqual({ ...nothing, cleaning: "NONE STATED" });
  });

  it("that lists its differences has only those, and its base's citations are not its own", async () => {
    expect(await method("Fiberhome AI Research Lab V2(Nanjing)")).toEqual({
      losses: ["STATED Cosine loss :295", "STATED ArcFace :295"],
      backbones: ["STATED ResNet-50 :295"],
      data: ['VAGUE "private datasets" :293'],
      cleaning: "UNKNOWN",
      cites: [],
    });
    const { submission } = await service.data(`{ submission(ref: "Fiberhome AI Research Lab V2(Nanjing)") {
      variantOf { submission { name } onlyDifference differences }
    } }`);
    expect(submission.variantOf).toHaveLength(1);
    expect(submission.variantOf[0]).toMatchObject({
      submission: { name: "Fiberhome AI Research Lab(Nanjing)" },
      onlyDifference: false,
    });
    expect(submission.variantOf[0].differences).toHaveLength(3);
  });

  it("is one of four on the whole page", async () => {
    const { submissions } = await service.data(
      `{ submissions(first: 100) { nodes { slug variantOf { onlyDifference } } } }`,
    );
    type Row = { slug: string; variantOf: { onlyDifference: boolean }[] };
    const variants = submissions.nodes.filter(({ variantOf }: Row) => variantOf.length);
    expect(
      Object.fromEntries(variants.map(({ slug, variantOf }: Row) => [slug, variantOf[0].onlyDifference])),
    ).toEqual({
      "bingmmlab-v1-non-cleaned-data": true,
      "megaface-unnamed-line-140": true,
      "orion-star-technology-no-clean": false,
      "fiberhome-ai-research-lab-v2-nanjing": false,
    });
  });
});
