import { Database, PoolDatabase, poolOf } from "../../src/db/database";
import { Basis } from "../../src/domain/claim/basis";
import type { MergeableKind } from "../../src/domain/import/merge.commands";
import { contentHash } from "../../src/exporters/bundle/content-hash";
import { loadRecords } from "../../src/importers/load";
import { mergeIntoOne } from "../../src/importers/merge-into-one";
import { databaseNames } from "../../src/importers/naming/database-names";
import type { Records } from "../../src/importers/records";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { records, submission } from "../support/factories";
import { graphText } from "../support/graph-text";
import { adopted, claim, result } from "../support/named-results";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const load = (parts: Partial<Records>) => loadRecords(service.dataSource, records(parts));
const graph = async () => [
  ...(await graphText(service.dataSource)),
  await contentHash(new PoolDatabase(poolOf(service.dataSource))),
];
const latest = async () => (await service.dataSource.query("SELECT max(id) AS id FROM import"))[0].id;
const undo = (id: number) => undoWrittenImport(service.dataSource, id);

async function merge(kind: MergeableKind, from: string, into: string): Promise<number> {
  const merged = await mergeIntoOne(service.dataSource, kind, from, into);
  if ("problem" in merged) throw new Error(merged.problem);
  return merged.id as number;
}

const named = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug }));

it("moves organisations in their places, and back", async () => {
  await load({
    organisations: named("lab", "the-lab", "firm"),
    submissions: [
      submission("One", { organisations: ["the-lab", "firm"] }),
      submission("Two", { organisations: ["lab", "the-lab"] }),
      submission("Three", { organisations: ["firm", "the-lab"] }),
    ],
  });
  const before = await graph();
  const id = await merge("Organisation", "the-lab", "lab");
  const { submissions } = await service.data("{ submissions { nodes { slug organisations { slug } } } }");
  expect(
    Object.fromEntries(
      submissions.nodes.map((each: { slug: string; organisations: { slug: string }[] }) => [
        each.slug,
        each.organisations.map(({ slug }) => slug),
      ]),
    ),
  ).toEqual({ one: ["lab", "firm"], two: ["lab"], three: ["firm", "lab"] });
  await undo(id);
  expect(await graph()).toEqual(before);
});

/** The tree as `thing < what stands above it`. */
async function tree(): Promise<string[]> {
  const rows = await service.dataSource.query(
    `SELECT concat_ws(' < ', t.slug, p.slug) AS text FROM backbone t LEFT JOIN backbone p ON p.id = t.parent_id ORDER BY 1`,
  );
  return rows.map(({ text }: { text: string }) => text);
}

it.each<[string, string, string, string[]]>([
  ["what stands directly above it", "top", "mid", ["low < mid", "mid", "side < mid"]],
  ["what stands further above it", "top", "low", ["low", "mid < low", "side < low"]],
  ["what stands directly under it", "mid", "top", ["low < top", "side < top", "top"]],
  ["what stands further under it", "low", "top", ["mid < top", "side < top", "top"]],
  ["what stands beside it", "side", "mid", ["low < mid", "mid < top", "top"]],
])("makes a thing of a tree and %s one, without a circle, and two again", async (_, from, into, merged) => {
  const under = (slug: string, parent?: string) => ({ slug, name: slug, parent });
  await load({ backbones: [under("top"), under("mid", "top"), under("low", "mid"), under("side", "top")] });
  const before = await graph();
  const id = await merge("Backbone", from, into);
  expect(await tree()).toEqual(merged);
  await undo(id);
  expect(await graph()).toEqual(before);
});

it("keeps the authors that only the paper that goes has", async () => {
  await load({
    papers: [
      { slug: "a", title: "A", authors: ["N. N."], arxivId: "1801.00001" },
      { slug: "b", title: "B" },
    ],
  });
  const before = await graph();
  const id = await merge("Paper", "a", "b");
  const { paper } = await service.data(`{ paper(ref: "arXiv:1801.00001") { slug authors } }`);
  expect(paper).toEqual({ slug: "b", authors: ["N. N."] });
  await undo(id);
  expect(await graph()).toEqual(before);
});

it("lets a later import use the name that went", async () => {
  await load({
    lossFunctions: [...named("softmax"), { slug: "arc", name: "ArcFace" }, { slug: "aam", name: "AAM loss" }],
  });
  await merge("LossFunction", "AAM loss", "ArcFace");
  const { of, problems } = await adopted([result("New", { lossFunctions: [claim("aam LOSS")] })], {
    names: databaseNames(new Database(poolOf(service.dataSource))),
  });
  expect(problems).toEqual([]);
  expect(of("lossFunctions")).toEqual([]);
  expect(of("submissions")).toMatchObject([{ lossFunctions: [{ thing: "arc" }] }]);
});

describe("an import cannot be undone when a merge", () => {
  const stated = (thing: string) => ({ lossFunctions: [{ thing, basis: Basis.STATED }] });

  it("took away what it made", async () => {
    await load({ lossFunctions: named("arc") });
    await load({ lossFunctions: named("aam") });
    const id = await latest();
    const merged = await merge("LossFunction", "aam", "arc");
    const before = await graph();
    await expect(undo(id)).rejects.toThrow(
      `Import ${id} cannot be undone alone: import ${merged} changed 1 row of loss_function. Undo import ${merged} first.`,
    );
    expect(await graph()).toEqual(before);
    await undo(merged);
    await undo(id);
  });

  it("took away what its own undoing would bring back a reference to", async () => {
    await load({ lossFunctions: named("arc", "aam"), submissions: [submission("One", stated("aam"))] });
    await load({ submissions: [submission("One")] });
    const id = await latest();
    const merged = await merge("LossFunction", "aam", "arc");
    const before = await graph();
    await expect(undo(id)).rejects.toThrow(
      `Import ${id} cannot be undone alone: import ${merged} removed 1 row of loss_function that it would need. Undo import ${merged} first.`,
    );
    expect(await graph()).toEqual(before);
    await undo(merged);
    await undo(id);
  });

  it("was followed by an import of what it took away", async () => {
    await load({ lossFunctions: named("arc", "aam") });
    const merged = await merge("LossFunction", "aam", "arc");
    await load({ lossFunctions: named("aam") });
    const id = await latest();
    await expect(undo(merged)).rejects.toThrow(
      `1 row of loss_function that it took away or renamed was written again by import ${id}. Undo import ${id} first.`,
    );
  });
});
