import { createHash } from "node:crypto";
import { PoolDatabase, poolOf } from "../../src/db/database";
import { contentHash } from "../../src/exporters/bundle/content-hash";
import { exportBundle, exportBundleDocument } from "../../src/exporters/bundle/export-bundle";
import { loadRecords } from "../../src/importers/load";
import type { Records } from "../../src/importers/records";
import { readBundle, recordsOf, textOf } from "../support/bundle-lines";
import { leaderboard, records, score, submission } from "../support/factories";
import { goldenPopulation } from "../support/golden-population";
import { population } from "../support/oracle/population";
import { startTestService, type TestService } from "../support/test-service";

const services: TestService[] = [];

async function start(template: "empty" | "seeded", ...loads: Records[]): Promise<TestService> {
  const service = await startTestService(template);
  services.push(service);
  for (const load of loads) await loadRecords(service.dataSource, load);
  return service;
}

afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

const databaseOf = (service: TestService, statements: string[] = []) =>
  new PoolDatabase(poolOf(service.dataSource), (text) => statements.push(text));

const exportOf = (service: TestService) => textOf(exportBundle(databaseOf(service)));
const hashOf = (service: TestService) => contentHash(databaseOf(service));

/** Claims as a bundle may make them: only a vague one can do without a thing, and none is modified then. */
function sayable(all: Records): Records {
  const submissions = all.submissions.map((each) => ({
    ...each,
    lossFunctions: each.lossFunctions?.filter(({ thing, basis }) => thing || basis === "VAGUE"),
    backbones: each.backbones?.filter(({ thing, basis }) => thing || basis === "VAGUE"),
  }));
  for (const { lossFunctions = [], backbones = [], trainingDatasets = [] } of submissions) {
    for (const claim of [...lossFunctions, ...backbones, ...trainingDatasets]) {
      claim.modified = claim.modified && claim.thing !== undefined;
    }
  }
  return { ...all, submissions };
}

describe("a round trip", () => {
  it("brings the default data back whole", async () => {
    const service = await start("seeded");
    const lines = await exportOf(service);
    const copy = await start("empty", await recordsOf(lines));
    expect(await hashOf(copy)).toBe(await hashOf(service));
    const [, ...content] = lines.split("\n");
    expect((await exportOf(copy)).split("\n").slice(1)).toEqual(content);
  });

  it.each([1, 2, 3])("brings random data back whole (%i)", async (seed) => {
    const service = await start("empty", sayable(population(seed)));
    const copy = await start("empty", await recordsOf(await exportOf(service)));
    expect(await hashOf(copy)).toBe(await hashOf(service));
  });

  it("can take the way over one JSON document", async () => {
    const service = await start("empty", sayable(population(4)));
    const document = await textOf(exportBundleDocument(databaseOf(service)));
    expect(Object.keys(JSON.parse(document)).slice(0, 2)).toEqual(["manifest", "sources"]);
    const { records: read, problems } = await readBundle({ "all.json": document });
    expect(problems).toEqual([]);
    expect(await hashOf(await start("empty", read))).toBe(await hashOf(service));
  });

  it("of nothing gives nothing", async () => {
    const service = await start("empty");
    const [first, ...rest] = (await exportOf(service)).split("\n");
    expect(rest).toEqual([""]);
    expect(JSON.parse(first).manifest).toMatchObject({
      format: "scoregraph-bundle",
      version: 1,
      revision: 0,
    });
    const document = await textOf(exportBundleDocument(databaseOf(service)));
    expect((await readBundle({ "all.json": document })).problems).toEqual([]);
    expect(await hashOf(service)).toBe(createHash("sha256").digest("hex"));
  });
});

describe("the hash of the content", () => {
  it("is that of the exported lines without the manifest", async () => {
    const service = await start("seeded");
    const [, ...content] = (await exportOf(service)).split("\n");
    const hash = createHash("sha256").update(content.join("\n")).digest("hex");
    expect(await hashOf(service)).toBe(hash);
  });

  it("is the same whatever imports led there, and another one for another fact", async () => {
    const { metrics, leaderboards } = leaderboard("board");
    const [one, two] = [submission("One"), submission("Two")];
    const scores = [score("one", "board", { a: "1" }), score("two", "board", { a: "2", b: "" })];
    const all = records({ metrics, leaderboards, submissions: [one, two], scores });
    const atOnce = await start("empty", all);
    const later = await start(
      "empty",
      records({ metrics, leaderboards, submissions: [two] }),
      records({ submissions: [{ ...one, name: "Other" }] }),
      records({ submissions: [one], scores: [scores[1], scores[0]] }),
    );
    expect(await hashOf(later)).toBe(await hashOf(atOnce));
    await loadRecords(later.dataSource, records({ scores: [score("one", "board", { a: "1.0" })] }));
    expect(await hashOf(later)).not.toBe(await hashOf(atOnce));
  });
});

describe("an export", () => {
  it("has the records of a section by slug, and no ids", async () => {
    const { metrics, leaderboards } = leaderboard("z-board");
    const other = leaderboard("a-board");
    const slugs = ["b", "a-z", "a", "a1"];
    const service = await start(
      "empty",
      records({
        metrics: [...metrics, ...other.metrics],
        leaderboards: [...leaderboards, ...other.leaderboards],
        submissions: slugs.map((slug) => submission(slug.toUpperCase(), { slug })),
      }),
    );
    const lines = await exportOf(service);
    const read = await recordsOf(lines);
    expect(read.submissions.map(({ slug }) => slug)).toEqual(["a", "a-z", "a1", "b"]);
    expect(read.leaderboards.map(({ slug, position }) => [slug, position])).toEqual([
      ["a-board", 1],
      ["z-board", 0],
    ]);
    expect(lines).not.toMatch(/"(id|\w+Id|importId)":/);
  });

  it("leaves out what is inherited", async () => {
    const claim = { thing: "arc", basis: "STATED" as never, term: "arc" };
    const cleaning = { kind: "OWN" as never, term: "own" };
    const service = await start(
      "empty",
      records({
        lossFunctions: [{ slug: "arc", name: "Arc" }],
        submissions: [
          submission("Base", { description: {}, lossFunctions: [claim], testSetCleaning: cleaning }),
          submission("Variant", { variantOf: [{ submission: "base", onlyDifference: true }] }),
        ],
      }),
    );
    const { submissions } = await recordsOf(await exportOf(service));
    expect(submissions.map((each) => [each.lossFunctions, each.testSetCleaning])).toEqual([
      [[claim], cleaning],
      [undefined, undefined],
    ]);
    const copy = await start("empty", await recordsOf(await exportOf(service)));
    const inherited = await copy.dataSource.query("SELECT basis FROM loss_function_claim ORDER BY basis");
    expect(inherited).toEqual([{ basis: "INHERITED" }, { basis: "STATED" }]);
  });

  it("tells of how far it is", async () => {
    const service = await start("seeded");
    const progress: Record<string, number> = {};
    const onProgress = ({ section, records: count }: { section: string; records: number }) => {
      progress[section] = count;
    };
    await textOf(exportBundle(databaseOf(service), { onProgress }));
    expect(progress).toMatchObject({ sources: 1, submissions: 78, scores: 92 });
  });

  it("is of one moment, and gives its connection back when it is left early", async () => {
    const service = await start("seeded");
    const pool = poolOf(service.dataSource);
    const whole = await exportOf(service);
    const parts = exportBundle(databaseOf(service));
    let text = (await parts.next()).value;
    await service.dataSource.query("UPDATE submission SET summary = 'changed meanwhile' WHERE described");
    for await (const part of parts) text += part;
    expect(text).toBe(whole);
    for await (const _ of exportBundle(databaseOf(service))) break;
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it("takes as many statements for many records as for few, but for the pages of sources", async () => {
    const count = async (size: number) => {
      const statements: string[] = [];
      const service = await start("empty", goldenPopulation(size));
      await textOf(exportBundle(databaseOf(service, statements)));
      return statements.filter((text) => text !== "FETCH 10 FROM pages").length;
    };
    const few = await count(20);
    expect(few).toBeGreaterThan(30);
    expect(await count(200)).toBe(few);
  });
});
