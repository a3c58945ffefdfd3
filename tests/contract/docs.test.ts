import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { Cancellation } from "../../src/common/cancellation";
import { endThreads } from "../../src/exporters/figures/threads";
import { exportsOf } from "../../src/graph/exports/export-source";
import { createSchema } from "../../src/graph/schema";
import { csv } from "../../src/importers/csv/format";
import { importFiles } from "../../src/importers/import-files";
import { inputFromText } from "../../src/importers/input/open-files";
import { settings } from "../../src/settings";
import { startTestService, type TestService } from "../support/test-service";

const root = path.join(__dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map((match) => match[1]);

test("the table of settings in the docs is the table in the code", () => {
  const rows = read("docs/configuration.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const expected = Object.values(settings).map(
    ({ name, default: preset, allowed, help }) =>
      `| \`${name}\` | ${preset === undefined ? "none" : `\`${preset}\``} | ${allowed} | ${help} |`,
  );
  expect(rows).toEqual(expected);
});

test("every command of the README is a script of the package", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = [...read("README.md").matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every file that the README links to is there", () => {
  const links = [...read("README.md").matchAll(/\]\((?!http)([^)]+)\)/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(() => read(link)).not.toThrow();
});

/** Two rows as the tables have them that the README brings in. */
const TABLE = [
  "model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation",
  "resnet50.a1_in1k,288,81.240,18.760,95.104,4.896,25.56,1.000,bicubic",
  "resnet50d.ra2_in1k,288,81.348,18.652,95.744,4.256,25.58,0.950,bicubic",
];

describe("the queries of the README", () => {
  const queries = blocks(read("README.md"), "graphql");
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
    await importFiles(service.dataSource, {
      format: csv,
      files: [inputFromText("results-imagenet.csv", TABLE.join("\n"))],
      options: { mapping: "docs/formats/mappings/timm.yaml" },
      naming: "create",
    });
  });
  afterAll(() => service.close());

  it("fit the committed schema", () => {
    const schema = buildSchema(read("schema.graphql"));
    expect(queries).toHaveLength(5);
    for (const query of queries) expect(validate(schema, parse(query))).toEqual([]);
  });

  it("are answered without errors", async () => {
    for (const query of queries) expect((await service.ask(query)).errors).toBeUndefined();
  });

  it("find what its example of an import brings in", async () => {
    const query = queries.find((each) => each.includes("ImageNet")) ?? "";
    const { ranking } = (await service.data(query)).leaderboard;
    expect(ranking).toEqual({
      totalCount: 1,
      nodes: [
        {
          overallRank: 2,
          score: { reported: "81.240", source: { line: 2 }, import: { number: 2 } },
          submission: { name: "resnet50.a1_in1k" },
        },
      ],
    });
  });

  it("begin with one whose answer is the printed one", async () => {
    const command = blocks(read("README.md"), "sh").find((block) => block.includes("curl")) ?? "";
    const { query } = JSON.parse(/-d '(.*)'/s.exec(command)?.[1].replace(/\n\s*/g, " ") ?? "{}");
    const [answer] = blocks(read("README.md"), "json");
    expect({ data: await service.data(query) }).toEqual(JSON.parse(answer));
  });
});

describe("the tables, figures and bibliographies of the guide for surveys", () => {
  const guide = read("docs/for-surveys.md");
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(async () => {
    await service.close();
    await endThreads();
  });

  it("come with text for every query", async () => {
    const queries = blocks(guide, "graphql");
    expect(queries).toHaveLength(7);
    for (const query of queries) expect(validate(createSchema(), parse(query))).toEqual([]);
    const readers = queries.filter((query) => !query.startsWith("query Kept"));
    for (const query of readers) {
      expect(JSON.stringify(await service.data(query))).toMatch(/"text":"([^"\\]|\\.){100}/);
    }
  });

  it("begin with one that is the printed one, but for the version of the data", async () => {
    const unversioned = (text: string) => text.replace(/data version \S+ \(revision \d+\)/, "data version");
    const [query] = blocks(guide, "graphql");
    const [printed] = blocks(guide, "latex");
    const { table } = (await service.data(query)).leaderboard.ranking;
    expect(unversioned(table.text)).toBe(unversioned(printed));
  });

  it("go on with a bibliography that begins as the printed one", async () => {
    const query = blocks(guide, "graphql").find((each) => each.includes("bibliography")) ?? "";
    const [printed] = blocks(guide, "bibtex");
    const { bibliography } = (await service.data(query)).leaderboard.ranking;
    expect(bibliography.text.startsWith(printed)).toBe(true);
  });

  it("have links to files that there are", async () => {
    const source = exportsOf(
      createSchema(),
      () => service.dataSource,
      async () => "",
    );
    const links = [...guide.matchAll(/'http\S+\/export\/([^'\s]+)'/g)].map(([, link]) => link);
    expect(links).toHaveLength(7);
    for (const link of links) {
      const [file, parameters] = link.split("?");
      const open = await source.plan(file, new URLSearchParams(parameters))?.open(new Cancellation());
      let text = "";
      for await (const piece of open?.text ?? []) text += piece;
      await open?.close();
      expect(text.length).toBeGreaterThan(500);
    }
  });

  it("are asked for from a shell as a file", async () => {
    const command =
      blocks(guide, "sh").find((block) => block.includes("| jq") || block.includes("|\n")) ?? "";
    const { query } = JSON.parse(/-d '(.*)'/s.exec(command)?.[1].replace(/\n\s*/g, " ") ?? "{}");
    const { table } = (await service.data(query)).leaderboard.ranking;
    expect(table.text.split("\r\n").length).toBeGreaterThan(40);
  });
});
