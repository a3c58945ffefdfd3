import { Basis } from "../../src/domain/claim/basis";
import { loadRecords } from "../../src/importers/load";
import { mergeIntoOne } from "../../src/importers/merge-into-one";
import type { Records } from "../../src/importers/records";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { revisionOf } from "../support/data-edits";
import { leaderboard, records, score, submission } from "../support/factories";
import { graphText } from "../support/graph-text";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

/** Loads records; gives the id of the import. */
async function load(parts: Partial<Records>): Promise<number> {
  await loadRecords(service.dataSource, records(parts));
  return latest();
}

async function latest(): Promise<number> {
  return (await service.dataSource.query("SELECT max(id) AS id FROM import"))[0].id;
}

const graph = () => graphText(service.dataSource);
const undo = (id: number) => undoWrittenImport(service.dataSource, id);

const board = leaderboard("board");
const losses = [
  { slug: "arcface", name: "ArcFace", aliases: ["arc face"] },
  { slug: "softmax", name: "Softmax" },
];
const claim = (thing: string) => ({ thing, basis: Basis.STATED, term: thing });

/** A leaderboard with two submissions, of which one is a variant of the other. */
const base: Partial<Records> = {
  ...board,
  lossFunctions: losses,
  organisations: [{ slug: "lab", name: "Lab" }],
  submissions: [
    submission("One", { lossFunctions: [claim("arcface")], organisations: ["lab"] }),
    submission("Two", { variantOf: [{ submission: "one", onlyDifference: true }] }),
  ],
  scores: [score("one", "board", { a: "70.0", b: "1" }), score("two", "board", { a: "71" })],
};

describe("an undone import", () => {
  it("leaves nothing of what it made, and advances the revision once", async () => {
    const empty = await graph();
    const id = await load(base);
    const revision = await revisionOf(service);
    await undo(id);
    expect(await graph()).toEqual(empty);
    expect(await revisionOf(service)).toBe(revision + 1);
  });

  it("gives back what it changed and removed, to the letter", async () => {
    await load(base);
    const before = await graph();
    const id = await load({
      ...board,
      leaderboards: [
        {
          ...board.leaderboards[0],
          name: "Renamed",
          splits: [
            { slug: "a", name: "A" },
            { slug: "b", name: "B renamed", default: true },
          ],
        },
      ],
      lossFunctions: [{ slug: "arcface", name: "ArcFace 2", parent: "softmax" }, ...losses.slice(1)],
      submissions: [submission("One", { lossFunctions: [claim("softmax")] }), submission("Three")],
      scores: [score("one", "board", { a: "70.00" }), score("three", "board", { a: "1" })],
    });
    const changed = await graph();
    expect(changed).not.toEqual(before);
    await undo(id);
    expect(await graph()).toEqual(before);
    await expect(undo(id)).rejects.toThrow(/^Import \d+ is undone already, since \d{4}-/);
    expect(await graph()).toEqual(before);
  });

  it("can be imported again", async () => {
    const id = await load(base);
    const scores = `{ submissions { nodes { slug scores { reported overallRank split { slug } } } } }`;
    const once = await service.data(scores);
    await undo(id);
    await load(base);
    expect(once.submissions.nodes).toHaveLength(2);
    expect(await service.data(scores)).toEqual(once);
  });
});

describe("an import cannot be undone", () => {
  it("when it is not known", async () => {
    await expect(undo(99)).rejects.toThrow("There is no import 99.");
  });

  it.each<[string, Partial<Records>, RegExp]>([
    [
      "a later one refers to what it made",
      { submissions: [submission("New", { organisations: ["lab"] })] },
      /2 rows of submission by import \d+ refer to it|1 row of submission_organisation by import \d+ refers to it/,
    ],
    [
      "a later one changed what it made",
      { scores: [score("one", "board", { a: "70.1", b: "1" })] },
      /import \d+ changed 1 row of score/,
    ],
    [
      "a later one says again what it made",
      {
        ...board,
        scores: [score("one", "board", { a: "70.0", b: "1" }), score("two", "board", { a: "71", b: "2" })],
      },
      /import \d+ says 3 rows of score again/,
    ],
    [
      "a later one removed what it made",
      { scores: [score("one", "board", { a: "70.0" })] },
      /import \d+ changed 1 row of score/,
    ],
  ])("when %s, and says so", async (_, later, reason) => {
    const first = await load(base);
    const second = await load(later);
    const before = await graph();
    await expect(undo(first)).rejects.toThrow(reason);
    await expect(undo(first)).rejects.toThrow(new RegExp(`Undo import ${second} first\\.$`));
    expect(await graph()).toEqual(before);
    await undo(second);
    await undo(first);
    expect(JSON.parse((await graph())[0]).rows).toEqual([]);
  });

  it("when somebody wrote on it by hand", async () => {
    const id = await load(base);
    await service.dataSource.query(
      "INSERT INTO alias (text, key, organisation_id) SELECT 'L', 'l', id FROM organisation",
    );
    await expect(undo(id)).rejects.toThrow(/1 row of alias by what no import wrote refers to it/);
  });
});

describe("imports that build on each other", () => {
  const variant = { variantOf: [{ submission: "one", onlyDifference: true }] };

  it("can be undone out of order where what is inherited follows", async () => {
    await load({ lossFunctions: losses, submissions: [submission("One"), submission("Other")] });
    const before = await graph();
    const claims = await load({ submissions: [submission("One", { lossFunctions: [claim("arcface")] })] });
    const heir = await load({ submissions: [submission("Two", variant)] });
    const inherited = "SELECT basis FROM loss_function_claim WHERE inherited_from_id IS NOT NULL";
    expect(await service.dataSource.query(inherited)).toEqual([{ basis: "INHERITED" }]);
    await undo(claims);
    expect(await service.dataSource.query(inherited)).toEqual([]);
    await undo(heir);
    expect(await graph()).toEqual(before);
  });

  it("can be undone when undoing one made others inherit again", async () => {
    await load({
      lossFunctions: losses,
      submissions: [submission("One", { lossFunctions: [claim("arcface")] })],
    });
    const before = await graph();
    const taken = await load({ submissions: [submission("One")] });
    const heir = await load({ submissions: [submission("Two", variant)] });
    await undo(taken);
    const rows = await service.dataSource.query(
      "SELECT basis, import_id FROM loss_function_claim WHERE inherited_from_id IS NOT NULL",
    );
    expect(rows).toEqual([{ basis: "INHERITED", import_id: null }]);
    await undo(heir);
    expect(await graph()).toEqual(before);
  });

  it("keep what a later one could not be undone without", async () => {
    const made = await load({ organisations: [{ slug: "new", name: "New" }] });
    await load({ submissions: [submission("One", { organisations: ["new"] })] });
    const taken = await load({ submissions: [submission("One")] });
    await expect(undo(made)).rejects.toThrow(
      `import ${taken} changed 1 row of submission_organisation that referred to it`,
    );
    await undo(taken);
  });
});

describe("merging two things", () => {
  beforeEach(() =>
    load({
      ...base,
      lossFunctions: [
        ...losses,
        { slug: "arc-face-loss", name: "Arc-Face loss", aliases: ["AFL"], parent: "softmax" },
      ],
      submissions: [
        submission("One", { lossFunctions: [claim("arcface"), claim("arc-face-loss")] }),
        submission("Two", {
          lossFunctions: [{ ...claim("arc-face-loss"), term: "arcface" }, claim("arcface")],
        }),
      ],
    }),
  );

  it("leaves one of them with all names and all claims, each once, and can be undone", async () => {
    const before = await graph();
    const merged = await mergeIntoOne(service.dataSource, "LossFunction", "AFL", "ArcFace");
    expect(merged).toMatchObject({ total: { removed: 2 } });
    const { lossFunction } = await service.data(
      `{ lossFunction(ref: "arc-face LOSS") { slug aliases parent { slug } } }`,
    );
    expect(lossFunction).toEqual({
      slug: "arcface",
      aliases: ["AFL", "Arc-Face loss", "arc face"],
      parent: { slug: "softmax" },
    });
    const claims = await service.dataSource.query(
      "SELECT submission_id AS of, term FROM loss_function_claim ORDER BY submission_id, term",
    );
    expect(claims.map(({ term }: { term: string }) => term)).toEqual(["arc-face-loss", "arcface", "arcface"]);
    await undo(await latest());
    expect(await graph()).toEqual(before);
  });

  it.each([
    ["arcface", "ArcFace", '"arcface" and "ArcFace" are the same already.'],
    ["arcfaze", "softmax", /from: there is no loss function "arcfaze"/i],
  ])("%s into %s is refused in words", async (from, into, problem) => {
    const before = await graph();
    const refused = await mergeIntoOne(service.dataSource, "LossFunction", from, into);
    expect((refused as { problem: string }).problem).toMatch(problem);
    expect(await graph()).toEqual(before);
  });
});

it("looks for what refers to a row by an index", async () => {
  const withoutIndex = await service.dataSource.query(
    `SELECT c.conrelid::regclass::text AS "table", a.attname AS column FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid <> 'import'::regclass AND c.connamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`,
  );
  expect(withoutIndex).toEqual([]);
});
