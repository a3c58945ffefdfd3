import { byCodePoint, compare, missingLast, toNumber } from "./decimal";
import { type Row, type Selection, selected } from "./ranking";
import type { Entry, Thing, ThingKind, World } from "./world";

export const GROUPINGS = [
  "ORGANISATION",
  "LOSS_FUNCTION",
  "LOSS_FAMILY",
  "BACKBONE",
  "BACKBONE_FAMILY",
  "TRAINING_DATASET",
  "TRAINING_SCALE",
  "YEAR",
  "MONTH",
  "TEST_SET_CLEANING",
  "DESCRIBED",
] as const;

export type GroupBy = (typeof GROUPINGS)[number];

const KINDS: Partial<Record<GroupBy, ThingKind>> = {
  LOSS_FUNCTION: "lossFunction",
  LOSS_FAMILY: "lossFunction",
  BACKBONE: "backbone",
  BACKBONE_FAMILY: "backbone",
  TRAINING_DATASET: "trainingDataset",
};

const counts = (fact: { basis: string }) => fact.basis === "STATED" || fact.basis === "INHERITED";

/** The nearest family from a thing upwards, itself included; the thing itself where there is none. */
function familyOf(things: Map<string, Thing>, slug: string): string {
  for (let at: string | null = slug; at !== null; at = things.get(at)?.parent ?? null) {
    if (things.get(at)?.family) return at;
  }
  return slug;
}

/** The keys of the groups that a submission is in; none where it is not known. */
export function groupsOf(world: World, entry: Entry, groupBy: GroupBy): string[] {
  const kind = KINDS[groupBy];
  if (kind) {
    const slugs = entry.claims[kind].filter(counts).flatMap(({ thing }) => (thing === null ? [] : [thing]));
    const family = groupBy.endsWith("FAMILY");
    return [...new Set(family ? slugs.map((slug) => familyOf(world.things[kind], slug)) : slugs)];
  }
  const key = {
    TRAINING_SCALE: entry.trainingScale,
    YEAR: entry.submittedOn?.slice(0, 4),
    MONTH: entry.submittedOn?.slice(0, 7),
    TEST_SET_CLEANING: entry.cleaning && counts(entry.cleaning) ? entry.cleaning.kind : null,
    DESCRIBED: String(entry.described),
  }[groupBy as "YEAR"];
  if (groupBy === "ORGANISATION") return entry.organisations;
  return key == null ? [] : [key];
}

/** The name of a group of things or organisations; other groups' labels are for people only. */
export function nameOf(world: World, groupBy: GroupBy, key: string): string | undefined {
  const kind = KINDS[groupBy];
  return kind
    ? world.things[kind].get(key)?.name
    : groupBy === "ORGANISATION"
      ? world.organisations.get(key)
      : undefined;
}

function figures(rows: Row[]) {
  const values = rows.map((row) => row.value).sort(compare);
  const n = BigInt(values.length);
  const sum = values.reduce((a, b) => a + b, 0n);
  const squares = values.reduce((a, b) => a + b * b, 0n);
  const half = values.length >> 1;
  const middle = values.length % 2 ? values[half] : (values[half - 1] + values[half]) / 2n;
  const variance = n > 1n ? Number(n * squares - sum * sum) / Number(n * (n - 1n)) / 1e80 : null;
  return {
    count: rows.length,
    mean: toNumber(sum / n),
    median: toNumber(middle),
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    min: toNumber(values[0]),
    max: toNumber(values[values.length - 1]),
    best: { submission: { slug: rows[0].entry.slug } },
  };
}

/** What `statistics` must answer, but for labels. */
export function expectedStatistics(
  world: World,
  board: string,
  split: string,
  groupBy: GroupBy,
  selection: Selection = {},
) {
  const groups = new Map<string | null, Row[]>();
  for (const row of selected(world, board, split, selection)) {
    const keys = groupsOf(world, row.entry, groupBy);
    for (const key of keys.length ? keys : [null]) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const timed = groupBy === "YEAR" || groupBy === "MONTH";
  return [...groups]
    .sort(
      ([a, [bestOfA]], [b, [bestOfB]]) =>
        Number(a === null) - Number(b === null) ||
        (timed ? 0 : compare(bestOfB.goodness, bestOfA.goodness)) ||
        missingLast(a, b),
    )
    .map(([key, rows]) => ({ key, ...figures(rows) }));
}

/** What a facet must answer, but for labels where `nameOf` knows none. */
export function expectedFacet(world: World, entries: Entry[], groupBy: GroupBy) {
  const counted = new Map<string, number>();
  let unknownCount = 0;
  for (const entry of entries) {
    const keys = groupsOf(world, entry, groupBy);
    if (keys.length === 0) unknownCount += 1;
    for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const timed = groupBy === "YEAR" || groupBy === "MONTH";
  const label = (key: string) => nameOf(world, groupBy, key) ?? key;
  const groups = [...counted]
    .sort(([a, m], [b, n]) => (timed ? 0 : n - m || byCodePoint(label(a), label(b))) || byCodePoint(a, b))
    .map(([key, count]) => ({ key, count }));
  return { groupBy, groups, unknownCount };
}
