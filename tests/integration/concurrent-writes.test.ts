import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { mergeIntoOne } from "../../src/importers/merge-into-one";
import type { StagedRecord } from "../../src/importers/staged-record";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { writeImport } from "../../src/importers/write-import";
import { revisionOf } from "../support/data-edits";
import { leaderboard, records, score, submission } from "../support/factories";
import { graphText } from "../support/graph-text";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
  await loadRecords(
    service.dataSource,
    records({
      ...leaderboard("board", { direction: MetricDirection.HIGHER_IS_BETTER }),
      lossFunctions: ["arc", "aam", "soft"].map((slug) => ({ slug, name: slug })),
    }),
  );
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

/** What one of several files says: a submission of its own and one that all of them have. */
function file(i: number): StagedRecord[] {
  const shared = submission("Shared", { aliases: [`shared ${i}`], submittedOn: "2018-01-01" });
  const own = submission(`Own ${i}`);
  return [
    { section: "submissions", record: shared, partial: true },
    { section: "submissions", record: own, partial: true },
    { section: "scores", record: score("shared", "board", { a: "1" }), partial: true },
    { section: "scores", record: score(own.slug, "board", { a: `${i}` }), partial: true },
  ];
}

const write = (staged: StagedRecord[]) => writeImport(service.dataSource, { format: "test" }, () => staged);
const undo = (id: number) => undoWrittenImport(service.dataSource, id);

it("imports at once come one after another, and none misses what another brought", async () => {
  const empty = await graphText(service.dataSource);
  const before = await revisionOf(service);
  const done = await Promise.all([1, 2, 3, 4, 5, 6].map((i) => write(file(i))));
  const ids = done.map(({ id }) => id as number).sort((a, b) => a - b);
  expect(ids).toEqual([2, 3, 4, 5, 6, 7]);
  expect(await revisionOf(service)).toBe(before + 6);
  const { submission: shared } = await service.data(
    `{ submission(ref: "Shared") { aliases scores { reported } } }`,
  );
  expect(shared).toEqual({
    aliases: [1, 2, 3, 4, 5, 6].map((i) => `shared ${i}`),
    scores: [{ reported: "1" }],
  });
  for (const id of ids.reverse()) await undo(id);
  expect(await graphText(service.dataSource)).toEqual(empty);
});

it("imports, merges and undoing at once leave what some order of them would", async () => {
  const first = await write(file(1));
  const second = await write(file(2));
  const outcomes = await Promise.allSettled([
    undo(second.id as number),
    write(file(3)),
    mergeIntoOne(service.dataSource, "LossFunction", "aam", "arc"),
    undo(first.id as number),
    undo(second.id as number),
    write(file(4)),
  ]);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ name: "NotUndoable" });
  }
  const kept = await service.dataSource.query(
    "SELECT id FROM import WHERE undone_at IS NULL AND id > 1 ORDER BY id DESC",
  );
  const owns = await service.dataSource.query(
    "SELECT count(*)::integer AS count FROM submission WHERE slug LIKE 'own-%'",
  );
  // The merge is an import, too.
  expect(owns).toEqual([{ count: kept.length - 1 }]);
  for (const { id } of kept) await undo(id);
  const rows = await service.dataSource.query("SELECT count(*)::integer AS count FROM submission");
  expect(rows).toEqual([{ count: 0 }]);
});

it("reading goes on while an import writes, and sees nothing of it before its end", async () => {
  const counts: number[] = [];
  const count = async () => (await service.data("{ submissions { totalCount } }")).submissions.totalCount;
  async function* slowly() {
    for (const record of file(1)) {
      yield record;
      counts.push(await count());
    }
  }
  await writeImport(service.dataSource, { format: "test" }, slowly);
  expect(counts).toEqual([0, 0, 0, 0]);
  expect(await count()).toBe(2);
});
