import { PoolDatabase, poolOf } from "../../src/db/database";
import { sql } from "../../src/db/sql";
import { inTransaction } from "../../src/db/transaction";
import { Write } from "../../src/db/write";
import { deriveInheritance } from "../../src/domain/claim/inheritance.commands";
import type { MergeableKind } from "../../src/domain/import/merge.commands";
import { findIntegrityProblems } from "../../src/domain/integrity/integrity.queries";
import { contentHash } from "../../src/exporters/bundle/content-hash";
import { mergeIntoOne } from "../../src/importers/merge-into-one";
import type { StagedRecord } from "../../src/importers/staged-record";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { writeImport } from "../../src/importers/write-import";
import { graphText } from "../support/graph-text";
import { Dice } from "../support/oracle/population";
import { randomImport, THINGS } from "../support/random-imports";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

/** More of them can be tried, for they differ in what they try. */
const SEEDS = Number(process.env.SEEDS ?? 5);

const REFUSALS = /^(DataRefused|RecordsRefused|CircleError|NotUndoable)$/;

/** Does something that may be refused for what the data are; gives null then. */
async function attempt<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: Error) => {
    if (!REFUSALS.test(error.name)) throw error;
    return null;
  });
}

const write = (records: StagedRecord[]) =>
  writeImport(service.dataSource, { format: "random" }, () => records);
const undo = (id: number) => undoWrittenImport(service.dataSource, id);

/** All that there is: the rows, and the content. */
async function state(): Promise<string[]> {
  return [
    ...(await graphText(service.dataSource)),
    await contentHash(new PoolDatabase(poolOf(service.dataSource))),
  ];
}

/** Expects that deriving all that is inherited anew would change nothing. */
async function expectAllInherited(): Promise<void> {
  await inTransaction(poolOf(service.dataSource), async (transaction) => {
    const write = new Write(transaction, null, new Set());
    await deriveInheritance(write, sql`SELECT id FROM submission`);
    expect(write.total).toMatchObject({ created: 0, changed: 0, removed: 0 });
  });
}

async function merge(dice: Dice): Promise<number | null> {
  const kind = dice.pick(Object.keys(THINGS)) as MergeableKind;
  const merged = await attempt(
    mergeIntoOne(service.dataSource, kind, dice.pick(THINGS[kind]), dice.pick(THINGS[kind])),
  );
  return merged && "id" in merged ? merged.id : null;
}

/** Imports, some of them refused, and merges; gives the state before each that was kept, by its number. */
async function history(dice: Dice, steps: number): Promise<{ id: number; before: string[] }[]> {
  const kept: { id: number; before: string[] }[] = [];
  for (let i = 0; i < steps; i += 1) {
    const before = await state();
    const isMerge = dice.chance(0.25);
    const records = randomImport(dice, kept.length === 0);
    const id = isMerge ? await merge(dice) : ((await attempt(write(records)))?.id ?? null);
    if (id === null) expect(await state()).toEqual(before);
    else {
      kept.push({ id, before });
      await expectAllInherited();
      if (!isMerge) {
        const after = await state();
        expect(await write(records)).toMatchObject({ id: null });
        expect(await state()).toEqual(after);
      }
    }
  }
  return kept;
}

test.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
  "undone one after another, the last one first, imports leave what was there before each: %i",
  async (seed) => {
    const kept = await history(new Dice(seed), 8);
    expect(kept.length).toBeGreaterThan(2);
    for (const { id, before } of kept.reverse()) {
      await undo(id);
      expect(await state()).toEqual(before);
      const { findings } = await findIntegrityProblems(new PoolDatabase(poolOf(service.dataSource)));
      expect(findings.filter(({ check }) => /import|foreign/.test(check))).toEqual([]);
    }
  },
);

test.each(Array.from({ length: SEEDS }, (_, i) => i + 101))(
  "undone in any order, imports are refused without a trace, or all the others can still be undone: %i",
  async (seed) => {
    const dice = new Dice(seed);
    const kept = await history(dice, 8);
    const [{ before: empty }] = kept;
    const left = new Set(kept.map(({ id }) => id));
    for (let i = 0; i < 12 && left.size; i += 1) {
      const id = dice.pick([...left]);
      const before = await state();
      if (await attempt(undo(id))) {
        left.delete(id);
        await expectAllInherited();
      } else expect(await state()).toEqual(before);
    }
    for (const id of [...left].reverse()) await undo(id);
    expect(await state()).toEqual(empty);
  },
);
