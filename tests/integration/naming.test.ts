import { Database, poolOf } from "../../src/db/database";
import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import type { Entry } from "../../src/importers/entry";
import { databaseNames } from "../../src/importers/naming/database-names";
import { readMatch } from "../../src/importers/naming/name-match";
import type { NameStore } from "../../src/importers/naming/name-store";
import { SECTIONS } from "../../src/importers/naming/named-kind";
import type { StagedRecord } from "../../src/importers/staged-record";
import { writeImport } from "../../src/importers/write-import";
import { adopted, at, claim, type Outcome, result, score } from "../support/named-results";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
let statements: string[];
let names: NameStore;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => {
  statements = [];
  names = databaseNames(new Database(poolOf(service.dataSource), (text) => statements.push(text)));
});

afterAll(async () => {
  await service.close();
});

const percent = { name: "Identification rate", unit: "%", direction: MetricDirection.UNKNOWN };

const onMegaFace = (value: string, name = "megaface IDENTIFICATION rate") =>
  score(value, {}, { leaderboard: { name, metric: percent }, split: "Set 2" });

const megaface = { name: "MEGAFACE" };

test("names of the default data are found by name, alias, slug and identifier", async () => {
  const entry = result(
    "BingMMLab V1(iBUG cleaned data)",
    {
      benchmark: megaface,
      organisations: ["qiniu cloud; Google", "Google SenseTime"],
      lossFunctions: [claim("arcface")],
      backbones: [claim("R100"), claim("RestNet-50")],
      trainingDatasets: [claim("vggface2")],
      papers: [
        { place: at(1), url: "https://arxiv.org/pdf/1801.07698v3.pdf" },
        { place: at(1), doi: "10.1109/cvpr.2017.713" },
        { place: at(1), title: "mtcnn" },
      ],
    },
    [onMegaFace("70.5")],
  );
  const { of, problems, report } = await adopted([entry], { names, mode: "strict" });
  expect(problems).toEqual([]);
  const { slug } = (
    await service.data(
      `{ submissions(where: { name: { is: ["BingMMLab V1(iBUG cleaned data)"] } }) { nodes { slug } } }`,
    )
  ).submissions.nodes[0];
  expect(of("submissions")).toMatchObject([
    {
      slug,
      benchmark: "megaface",
      organisations: ["qiniu-atlab", "google", "sensetime"],
      lossFunctions: [{ thing: "arcface" }],
      backbones: [{ thing: "resnet-100" }, { thing: "resnet-50" }],
      trainingDatasets: [{ thing: "vggface2" }],
      citations: [
        { paper: "deng-2018-arcface" },
        { paper: "liu-2017-sphereface" },
        { paper: "zhang-2016-mtcnn" },
      ],
    },
  ]);
  expect(of("scores")).toMatchObject([
    { submission: slug, leaderboard: "megaface-identification", values: { "set-2": { value: "70.5" } } },
  ]);
  for (const section of ["leaderboards", "metrics", "papers", "organisations", "backbones"] as const) {
    expect(of(section)).toEqual([]);
  }
  expect(report.submissions).toEqual({ created: 0, known: 1 });
});

test("submissions without a name are found by the line of their description", async () => {
  const entry = result(null, { benchmark: megaface, description: { line: 63 } });
  const { of, report } = await adopted([entry], { names });
  expect(of("submissions")).toMatchObject([{ slug: "megaface-unnamed-line-63" }]);
  expect(report.submissions).toEqual({ created: 0, known: 1 });
});

test("near names are found among names and aliases of the database", async () => {
  const entry = result("One", {
    benchmark: { name: "Mega-Face" },
    backbones: [claim("resnet-100."), claim("DenseNets")],
    papers: [{ place: at(1), title: "Additive margin softmax, for face verification" }],
  });
  const { fatal } = await adopted([entry], { names });
  expect(fatal).toEqual([
    expect.stringMatching(/benchmark "Mega-Face" .*"MegaFace" \(megaface\)/),
    expect.stringMatching(/"resnet-100\." is new, but "ResNet-100" \(resnet-100\)/),
    expect.stringMatching(/"DenseNets" is new, but "DenseNet" \(densenet\)/),
    expect.stringMatching(/paper .* \(wang-2018-am-softmax\)/),
  ]);
});

test("a match with an alias resolves, and one with nothing says what is near", async () => {
  const entry = result("One", { benchmark: { name: "MF1" } });
  const matches = [readMatch("benchmark:MF1=megaface"), readMatch("backbone:x=ResNet-10O")];
  const { of, fatal } = await adopted([entry], { names, matches });
  expect(of("benchmarks")).toEqual([{ slug: "megaface", name: "MegaFace", aliases: ["MF1"] }]);
  expect(fatal).toEqual([expect.stringMatching(/no backbone "ResNet-10O"\. Did you mean .*"ResNet-1/)]);
});

/** New things of every kind, with names that are hard to tell apart. */
const fresh = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) =>
    result(
      `Model ${i % 2 ? "+" : "*"}${i}`,
      {
        benchmark: { name: "New 基准" },
        distinction: i % 3 ? `size ${i}` : undefined,
        organisations: [`Lab ${i}; 实验室${i}`],
        lossFunctions: [claim(`Loss ${i}`), claim(`loss-${i}`)],
        backbones: [claim(`网络${i}`)],
        trainingDatasets: [claim(`Data ${i}`)],
        papers: [
          { place: at(i + 1), title: `On matter ${i}`, arxivId: `2101.${10000 + i}` },
          { place: at(i + 1), url: `https://example.org/papers/${i}` },
        ],
      },
      [
        score("1.5", { name: "error", unit: null }, { split: "测试" }),
        score(
          "98.5",
          {},
          { leaderboard: { name: "New: accuracy", metric: { ...percent, name: "accuracy" } } },
        ),
      ],
    ),
  );

test("a batch costs the same count of statements whatever its size, and so does the next one", async () => {
  await adopted(fresh(2), { names });
  const few = statements.length;
  statements.length = 0;
  await adopted(fresh(450), { names });
  expect(statements).toHaveLength(few);
  statements.length = 0;
  await adopted([...fresh(450), ...fresh(450)], { names });
  // The second batch has no name that the first one had not, but its submissions are looked up.
  expect(statements).toHaveLength(few + 1);
});

test("what was imported is found again when the same is imported", async () => {
  const entries = fresh(40);
  const adoption = async (transaction: Database) =>
    adopted(entries, { names: databaseNames(transaction), mode: "create" });
  let first = {} as Outcome;
  async function* records(transaction: Database): AsyncGenerator<StagedRecord> {
    yield { section: "sources", record: { slug: "results", title: "Results" }, partial: false };
    first = await adoption(transaction);
    for (const each of first.staged) if (each.kind === "record") yield each;
  }
  await writeImport(service.dataSource, { format: "test" }, records);
  expect(first.fatal).toEqual([]);
  for (const again of [entries, [...entries].reverse()]) {
    const { of, problems, report } = await adopted(again, { names, mode: "strict" });
    expect(problems).toEqual([]);
    for (const section of Object.values(SECTIONS))
      expect({ [section]: of(section) }).toEqual({ [section]: [] });
    const bySlug = (records: { slug: string }[]) => new Map(records.map((record) => [record.slug, record]));
    expect(bySlug(of("submissions"))).toEqual(bySlug(first.of("submissions")));
    expect(report.submissions).toEqual({ created: 0, known: 40 });
  }
});
