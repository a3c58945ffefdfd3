import { bundle } from "../../src/importers/bundle/format";
import { importDefaultData, loadDefaultData } from "../../src/importers/default-data";
import { importFiles } from "../../src/importers/import-files";
import { openFiles } from "../../src/importers/input/open-files";
import { loadRecords } from "../../src/importers/load";
import { countRows, importEdited, revisionOf } from "../support/data-edits";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

describe("importing over the default data", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it("changes nothing, and no revision, when the same is imported again", async () => {
    const before = [await revisionOf(service), await countRows(service)];
    const { total: changes } = await importDefaultData(service.dataSource);
    expect(changes).toMatchObject({ created: 0, changed: 0, removed: 0 });
    expect(changes.unchanged).toBeGreaterThan(600);
    expect([await revisionOf(service), await countRows(service)]).toEqual(before);
  });

  it("finds no alias that could mean two things of a kind", async () => {
    const kinds = ["organisation", "loss_function", "backbone", "training_dataset", "paper", "submission"];
    for (const kind of kinds) {
      const key = kind === "paper" ? "title_key" : "name_key";
      const ambiguous = await service.dataSource.query(
        `SELECT a.text FROM alias a WHERE a.${kind}_id IS NOT NULL AND (
           EXISTS (SELECT FROM ${kind} t WHERE t.${key} = a.key OR (t.slug = a.key AND t.id <> a.${kind}_id))
           OR EXISTS (SELECT FROM alias b WHERE b.key = a.key AND b.${kind}_id <> a.${kind}_id))`,
      );
      expect([kind, ambiguous]).toEqual([kind, []]);
    }
  });

  it("is not done by a start when there are submissions already", async () => {
    expect(await loadDefaultData(service.dataSource)).toBeNull();
  });

  it("changes one row for one changed fact, and advances the revision once", async () => {
    const revision = await revisionOf(service);
    const rows = await countRows(service);
    const changes = await importEdited(service, 'set-1: "77.977"', 'set-1: "77.978"');
    expect(changes).toMatchObject({ created: 0, changed: 1, removed: 0 });
    expect(await revisionOf(service)).toBe(revision + 1);
    expect(await countRows(service)).toBe(rows);
    const { submission } = await service.data(
      `{ submission(ref: "thu-cv-ai-lab") { scores(leaderboard: "megaface-identification", split: "set-1") { value reported } } }`,
    );
    expect(submission.scores).toEqual([{ value: 77.978, reported: "77.978" }]);
    expect((await importDefaultData(service.dataSource)).total).toMatchObject({ changed: 1 });
  });

  it("tells a changed way to write a number from the same number", async () => {
    expect(await importEdited(service, 'set-1: "77.977"', 'set-1: "77.9770"')).toMatchObject({ changed: 1 });
    const { submission } = await service.data(
      `{ submission(ref: "thu-cv-ai-lab") { scores(leaderboard: "megaface-identification", split: "set-1") { value reported } } }`,
    );
    expect(submission.scores).toEqual([{ value: 77.977, reported: "77.9770" }]);
    await importDefaultData(service.dataSource);
  });

  it("removes a claim that is taken out of a file, and brings it back", async () => {
    const claim = "      - { lossFunction: softmax, basis: STATED, term: softmax loss, line: 81 }\n";
    const losses = async () => {
      const { submission } = await service.data(
        `{ submission(ref: "SIATMMLAB TencentVision") { lossFunctions { lossFunction { name } } } }`,
      );
      return submission.lossFunctions.map(
        (each: { lossFunction: { name: string } }) => each.lossFunction.name,
      );
    };
    expect(await losses()).toEqual(["Softmax", "Center loss"]);
    // The claim after it moves up by one place, which is a change, too.
    expect(await importEdited(service, claim, "")).toMatchObject({ created: 0, changed: 1, removed: 1 });
    expect(await losses()).toEqual(["Center loss"]);
    await importDefaultData(service.dataSource);
    expect(await losses()).toEqual(["Softmax", "Center loss"]);
  });

  it.each([
    [
      "lossFunction: center-loss, basis: STATED, modified",
      "submissions.siatmmlab-tencentvision.lossFunctions",
      "loss function",
    ],
    ["paper: hasnat-2017-deepvisage", "submissions.megaface-unnamed-line-97.citations", "paper"],
    [
      "organisations: [siat-mmlab, tencentvision]",
      "submissions.siatmmlab-tencentvision.organisations",
      "organisation",
    ],
    ["introducedBy: lin-2017-focal-loss", "lossFunctions.focal-loss.introducedBy", "paper"],
    ["metric: verification-rate", "leaderboards.megaface-verification.metric", "metric"],
  ])(
    "refuses an unknown thing in %j, names the place, and leaves nothing behind",
    async (text, place, kind) => {
      const before = [await revisionOf(service), await countRows(service)];
      const unknown = text.replace(/: \[?[a-z0-9-]+/, (start) =>
        start.replace(/[a-z0-9-]+$/, "no-such-thing"),
      );
      await expect(importEdited(service, text, unknown)).rejects.toThrow(
        `${place}: there is no ${kind} "no-such-thing".`,
      );
      expect([await revisionOf(service), await countRows(service)]).toEqual(before);
    },
  );
});

describe("an import that fails", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService("empty");
    await loadRecords(
      service.dataSource,
      records({ ...leaderboard("board"), submissions: [submission("One")] }),
    );
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it.each(["77.977%", "n/a", "1e3", "1,5", " ", "NaN"])(
    "by a score of %j leaves nothing behind",
    async (text) => {
      const before = [await revisionOf(service), await countRows(service)];
      const wrong = records({
        submissions: [submission("Two")],
        organisations: [{ slug: "new", name: "New" }],
        scores: [score("two", "board", { a: "1" }), score("one", "board", { a: "1", b: text })],
      });
      await expect(loadRecords(service.dataSource, wrong)).rejects.toThrow(
        `scores of one on board, b: "${text}" is not a decimal number. Write digits with at most one point, such as 70.0.`,
      );
      expect([await revisionOf(service), await countRows(service)]).toEqual(before);
    },
  );

  it("by a split that the leaderboard does not have names the row and the splits", async () => {
    const wrong = records({ scores: [score("one", "board", { c: "1" })] });
    await expect(loadRecords(service.dataSource, wrong)).rejects.toThrow(
      'scores of one on board: there is no split "c". Known are: a, b.',
    );
  });

  it("by a name that another organisation has says which, and whose it is", async () => {
    await loadRecords(service.dataSource, records({ organisations: [{ slug: "vocord", name: "Vocord" }] }));
    const before = [await revisionOf(service), await countRows(service)];
    const wrong = records({ organisations: [{ slug: "other", name: "VOCORD" }] });
    await expect(loadRecords(service.dataSource, wrong)).rejects.toThrow(
      'organisations.other: name "VOCORD" is that of "vocord" already. Give one of them another one, or make them one record.',
    );
    expect([await revisionOf(service), await countRows(service)]).toEqual(before);
  });

  it("by taking away a split on which scores stand says so", async () => {
    await loadRecords(service.dataSource, records({ scores: [score("one", "board", { a: "1", b: "2" })] }));
    const [board] = leaderboard("board").leaderboards;
    const wrong = records({ leaderboards: [{ ...board, splits: board.splits.slice(0, 1) }] });
    await expect(loadRecords(service.dataSource, wrong)).rejects.toThrow(
      'leaderboards.board.splits: "b" is missing, but scores stand on it. Keep it, or take those away first.',
    );
  });

  it("by a circle of things says which stand in it", async () => {
    const before = [await revisionOf(service), await countRows(service)];
    const things = [
      { slug: "innocent", name: "Innocent", parent: "x" },
      { slug: "x", name: "X", parent: "y" },
      { slug: "y", name: "Y", parent: "x" },
    ];
    for (const [part, label] of [
      ["lossFunctions", "loss function"] as const,
      ["backbones", "backbone"] as const,
    ]) {
      await expect(loadRecords(service.dataSource, records({ [part]: things }))).rejects.toThrow(
        `These ${label}s stand above each other in a circle: x, y.`,
      );
    }
    expect([await revisionOf(service), await countRows(service)]).toEqual(before);
  });

  it("by a circle of things that an earlier import began is refused, too", async () => {
    const x = { slug: "upper", name: "Upper" };
    const y = { slug: "lower", name: "Lower", parent: "upper" };
    const innocent = { slug: "below", name: "Below", parent: "lower" };
    await loadRecords(service.dataSource, records({ backbones: [x, y, innocent] }));
    const before = [await revisionOf(service), await countRows(service)];
    const closed = records({ backbones: [{ ...x, parent: "lower" }] });
    await expect(loadRecords(service.dataSource, closed)).rejects.toThrow(
      new Error("These backbones stand above each other in a circle: lower, upper."),
    );
    expect([await revisionOf(service), await countRows(service)]).toEqual(before);
  });

  it("is not one that gives another split the default, and then gives it back", async () => {
    const { metrics, leaderboards } = leaderboard("swap");
    const splits = leaderboards[0].splits.map((split) => ({ ...split, default: split.slug === "b" }));
    await loadRecords(service.dataSource, records({ metrics, leaderboards }));
    await loadRecords(service.dataSource, records({ leaderboards: [{ ...leaderboards[0], splits }] }));
    await loadRecords(service.dataSource, records({ leaderboards }));
    const back = await service.data(`{ leaderboard(ref: "swap") { splits { slug isDefault } } }`);
    expect(back.leaderboard.splits).toEqual([
      { slug: "a", isDefault: true },
      { slug: "b", isDefault: false },
    ]);
    const revision = await revisionOf(service);
    expect(await loadRecords(service.dataSource, records({ leaderboards }))).toMatchObject({ changed: 0 });
    expect(await revisionOf(service)).toBe(revision);
  });

  it("is not one that takes the default split away and makes another one", async () => {
    const { metrics, leaderboards } = leaderboard("gone");
    const splits = [{ slug: "c", name: "C", default: true }];
    await loadRecords(service.dataSource, records({ metrics, leaderboards }));
    await loadRecords(service.dataSource, records({ leaderboards: [{ ...leaderboards[0], splits }] }));
    const { leaderboard: board } = await service.data(
      `{ leaderboard(ref: "gone") { splits { slug isDefault } } }`,
    );
    expect(board.splits).toEqual([{ slug: "c", isDefault: true }]);
  });

  it("by a bundle with problems gives all of them with their places, and writes nothing", async () => {
    const before = await countRows(service);
    const { files } = await openFiles(["tests/fixtures/bundle-bad"], bundle.extensions);
    const bad = importFiles(service.dataSource, { format: bundle, files });
    await expect(bad).rejects.toMatchObject({ name: "ImportRefused" });
    await expect(bad).rejects.toThrow(
      /^tests\/fixtures\/bundle-bad\/a\.yaml:3:5: .*"country" is not known here.*\n\S+\/b\.yaml:1:1: "losses" is not a section\./,
    );
    expect(await countRows(service)).toBe(before);
  });
});
