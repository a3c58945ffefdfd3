import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const MORE = "first: 100, orderBy: { field: NAME }";

describe("names", () => {
  it("are those of 46 rows and of 12 descriptions; 20 descriptions have lost theirs", async () => {
    const { lost, described } = await service.data(`{
      lost: submissions(where: { name: { known: false } }, ${MORE}) { totalCount nodes { slug label source { line } } }
      described: submissions(where: { submittedOn: { known: false }, name: { known: true } }, ${MORE}) { nodes { name source { line } } }
    }`);
    const lines = [
      63, 88, 97, 140, 143, 146, 159, 184, 187, 190, 193, 204, 221, 228, 280, 285, 298, 311, 324, 341,
    ];
    type Lost = { slug: string; label: string; source: { line: number } };
    expect(lost.nodes.sort((a: Lost, b: Lost) => a.source.line - b.source.line)).toEqual(
      lines.map((line) => ({
        slug: `megaface-unnamed-line-${line}`,
        label: `Unnamed description at line ${line}`,
        source: { line },
      })),
    );
    type Named = { name: string; source: { line: number } };
    expect(described.nodes.map(({ name, source }: Named) => `${source.line} ${name}`).sort()).toEqual([
      "121 Kankan AI Lab",
      "133 TUPUTECH V1 (iBUG cleaned data)",
      "171 Jian24 Vision",
      "230 PingAn AI Lab (Nanjing)",
      "234 Fiberhome AI Research Lab(Nanjing)",
      "251 Visual Computing-Alibaba-V1(clean)",
      "255 Beijing Faceall Co. & BUPT(iBug cleaned)",
      "271 Uniview Technology",
      "336 Sogou AIGROUP - SFace",
      "54 Orion Star Technology (clean)",
      "58 Orion Star Technology (no clean)",
      "65 ULSee - Face Team",
    ]);
  });

  it.each(["SphereFace: Deep", "Method reference", "[1]", "[2] A-Softmax", "MTCNN:", "A-Softmax and its"])(
    "are not taken from reference lines: nothing begins with %j",
    async (startsWith) => {
      const { submissions } = await service.data(
        `query ($startsWith: String!) { submissions(where: { name: { startsWith: $startsWith } }) { totalCount } }`,
        { startsWith },
      );
      expect(submissions.totalCount).toBe(0);
    },
  );

  it("do not include the text that every graph of the page has in place of its picture", async () => {
    const { leaderboards } = await service.data(`{
      leaderboards { nodes { name metric { name } } }
    }`);
    expect(leaderboards.nodes).toEqual([
      { name: "MegaFace identification", metric: { name: "Identification rate" } },
      { name: "MegaFace verification", metric: { name: "Verification rate" } },
    ]);
    for (const kind of ["backbone", "lossFunction", "submission", "leaderboard"]) {
      const { errors } = await service.ask(`{ ${kind}(ref: "JointBayes") { name } }`);
      expect(errors?.[0].extensions?.code).toBe("NOT_FOUND");
    }
  });
});

describe("organisations", () => {
  it.each([
    [["Vocord"], ["Vocord - DeepVo1", "Vocord - deepVo V3", "Vocord-deepVo1.2"]],
    [["DeepSense"], ["DeepSense - Large", "DeepSense - Small", "DeepSense V2"]],
    [["CVTE"], ["CVTE", "CVTE V2"]],
    [
      ["3DiVi Company", "3DiVi"],
      ["3DiVi Company - tdvm V2", "3DiVi Company - tdvm6"],
    ],
    [
      ["NTechLAB", "ntechlab"],
      ["NTechLAB - facenx_large", "NTechLAB - facenx_small"],
    ],
    [
      ["QINIU ATLAB", "qiniu cloud", "ATLAB"],
      ["ATLAB-FACEX (QINIU CLOUD)", "QINIU ATLAB - FaceX V1 (iBUG cleaned data)"],
    ],
    [
      ["iBUG", "iBUG_DeepInsight", "iBug"],
      ["iBUG_DeepInsight", "iBug (Reported by Author)"],
    ],
    [
      ["SIAT_MMLAB", "SIATMMLAB"],
      ["SIATMMLAB TencentVision", "SIAT_MMLAB"],
    ],
    [
      ["Beijing Faceall Co.", "Faceall"],
      [
        "Beijing Faceall Co. & BUPT(iBug cleaned)",
        "Beijing Faceall Co. - FaceAll V2",
        "Beijing Faceall Co. - FaceAll_1600",
        "Beijing Faceall Co. - FaceAll_Norm_1600",
      ],
    ],
    [
      ["TUPUTECH", "TUPU"],
      ["TUPUTECH", "TUPUTECH V1 (iBUG cleaned data)", "Unnamed description at line 140"],
    ],
  ])("are one, however they are written: %j", async (refs, labels) => {
    for (const ref of refs) {
      const { organisation } = await service.data(
        `query ($ref: String!) { organisation(ref: $ref) { name submissions { nodes { label } } } }`,
        { ref },
      );
      expect(organisation.name).toBe(refs[0]);
      expect(organisation.submissions.nodes.map((each: { label: string }) => each.label)).toEqual(labels);
    }
  });

  it("are two for a joint submission", async () => {
    const { tencent, bupt } = await service.data(`{
      tencent: submission(ref: "SIATMMLAB TencentVision") { organisations { name } }
      bupt: submission(ref: "Beijing Faceall Co. & BUPT(iBug cleaned)") { organisations { name } }
    }`);
    expect(tencent.organisations).toEqual([{ name: "SIAT_MMLAB" }, { name: "TencentVision" }]);
    expect(bupt.organisations).toEqual([{ name: "Beijing Faceall Co." }, { name: "BUPT" }]);
  });

  it("are not known for 19 of the 20 descriptions without a name: the other says that it is TUPUTECH's", async () => {
    const { submissions } = await service.data(
      `{ submissions(where: { name: { known: false } }, first: 50) { nodes { source { line } organisations { name } } } }`,
    );
    type Lost = { source: { line: number }; organisations: { name: string }[] };
    const known = submissions.nodes.filter((each: Lost) => each.organisations.length);
    expect(submissions.nodes).toHaveLength(20);
    expect(known).toEqual([{ source: { line: 140 }, organisations: [{ name: "TUPUTECH" }] }]);
  });

  it("whose name is only a person's or a method's are marked as such", async () => {
    const { organisations } = await service.data(`{ organisations(first: 100) { nodes { name nameKind } } }`);
    const marked = organisations.nodes.filter(
      (each: { nameKind: string }) => each.nameKind !== "ORGANISATION",
    );
    expect(
      marked.map((each: { name: string; nameKind: string }) => `${each.nameKind} ${each.name}`).sort(),
    ).toEqual([
      "METHOD Barebones_FR",
      "METHOD FaceTag",
      "METHOD SphereFace",
      "METHOD ULUFace",
      "PERSON Yang Sun",
    ]);
  });
});

describe("misspellings", () => {
  it.each([
    ["trainingDataset", "CAISA", "CASIA-WebFace"],
    ["trainingDataset", "MSCeleb-1M", "MS-Celeb-1M"],
    ["trainingDataset", "VggFace2", "VGGFace2"],
    ["backbone", "DensetNet-69", "DenseNet-69"],
    ["backbone", "RestNet-50", "ResNet-50"],
  ])("lead to the %s that is meant: %s", async (kind, written, name) => {
    const data = await service.data(`query ($written: String!) { ${kind}(ref: $written) { name } }`, {
      written,
    });
    expect(data[kind]).toEqual({ name });
  });

  it.each([
    ["SIATMMLAB TencentVision", "trainingDatasets", "trainingDataset", "CAISA", "CASIA-WebFace", 81],
    ["BingMMLab V1(iBUG cleaned data)", "backbones", "backbone", "DensetNet-69", "DenseNet-69", 113],
    ["Fiberhome AI Research Lab V2(Nanjing)", "backbones", "backbone", "RestNet-50", "ResNet-50", 295],
    ["megaface-unnamed-line-341", "trainingDatasets", "trainingDataset", "MSCeleb-1M", "MS-Celeb-1M", 341],
    ["Kankan AI Lab", "trainingDatasets", "trainingDataset", "VggFace2", "VGGFace2", 123],
  ])("are kept as written in %s", async (ref, claims, thing, term, name, line) => {
    const { submission } = await service.data(
      `query ($ref: String!) { submission(ref: $ref) { ${claims} { term ${thing} { name } source { line } } } }`,
      { ref },
    );
    expect(submission[claims]).toContainEqual({ term, [thing]: { name }, source: { line } });
  });
});
