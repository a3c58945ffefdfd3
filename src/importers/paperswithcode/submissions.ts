import { nameKey } from "../../common/name-key";
import { lineOf } from "./line-of";
import type { Row } from "./row";
import type { Table } from "./tables";

/** A row, and the table that it stands in. */
export interface Occurrence {
  table: Table;
  row: Row;
}

/** One entry of a benchmark: its rows, one for each task that has it. */
export interface RowGroup {
  occurrences: Occurrence[];
  /** What tells it from others of its name. */
  distinction: string | null;
}

/** Something about a row that is not an error. */
export type Remark = { row: Row; message: string };

/**
 * Joins rows to submissions. Rows of one benchmark with the same name, paper and date are one, so what is nested under
 * several tasks counts once. Where one table has such rows with different values each is a submission of its own, and so
 * is each without a name: nothing says that those are the same.
 *
 * The distinction is the paper and the date, whether or not the name is repeated, so it stays when the name comes again
 * later. What these do not tell apart is numbered in the order of its values, so the order of the rows does not matter.
 */
export function groupRows(tables: readonly Table[]): { groups: RowGroup[]; remarks: Remark[] } {
  const all = tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
  const position = new Map(all.map(({ row }, i) => [row, i]));
  const remarks: Remark[] = [];
  const groups = [...collect(all, identity).values()].flatMap((occurrences) => split(occurrences, remarks));
  const first = ({ occurrences: [{ row }] }: RowGroup) => position.get(row) ?? 0;
  return { groups: groups.sort((a, b) => first(a) - first(b)), remarks };
}

function split(occurrences: Occurrence[], remarks: Remark[]): RowGroup[] {
  const kept: Occurrence[] = [];
  let differ = occurrences[0].row.name === null;
  for (const ofOneTable of collect(occurrences, ({ table }) => tableKey(table)).values()) {
    const firsts = new Map<string, Occurrence>();
    for (const occurrence of ofOneTable) {
      const { table, row } = occurrence;
      const first = firsts.get(valuesOf(row));
      if (!first) {
        if (firsts.size) remarks.push({ row, message: otherValues(row, ofOneTable[0].row) });
        firsts.set(valuesOf(row), occurrence);
      } else if (first.table === table) {
        remarks.push({
          row,
          message: `the row of ${lineOf(first.row.place, row.place)} once more; it counts once.`,
        });
      }
    }
    differ ||= firsts.size > 1;
    kept.push(...firsts.values());
  }
  const known = distinguishing(occurrences[0].row);
  if (!differ) return [{ occurrences: kept, distinction: known.join(", ") || null }];
  const byValues = [...collect(kept, ({ row }) => valuesOf(row))].sort(([a], [b]) => (a < b ? -1 : 1));
  return byValues.map(([, same], i) => {
    const number = i === 0 ? [] : [`no. ${i + 1}`];
    return { occurrences: same, distinction: [...known, ...number].join(", ") || null };
  });
}

function otherValues(row: Row, first: Row): string {
  const called = row.name === null ? "a row without a name" : `a row "${row.name}"`;
  return `${lineOf(first.place, row.place)} has ${called} of the same paper and date with other values; both are kept, as two submissions.`;
}

const distinguishing = ({ paper, publishedOn }: Row) =>
  [paper?.key, publishedOn.text].filter((text) => typeof text === "string");

function identity({ table, row }: Occurrence): string {
  const name = row.name === null ? null : nameKey(row.name);
  return JSON.stringify([nameKey(table.benchmark.name), name, ...distinguishing(row)]);
}

const tableKey = ({ task, benchmark }: Table) =>
  JSON.stringify([nameKey(task.name), nameKey(benchmark.name)]);

function valuesOf({ cells }: Row): string {
  const values = cells.map(({ metric, reported }) => [nameKey(metric), reported] as const);
  return JSON.stringify(values.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function collect<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const collected = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const others = collected.get(key);
    if (others) others.push(item);
    else collected.set(key, [item]);
  }
  return collected;
}
