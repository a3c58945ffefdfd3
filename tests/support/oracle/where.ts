import { compare, exact } from "./decimal";
import type { Claimed, Entry, Thing, ThingKind, World } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: filters are written as plain literals
export type Where = any;

/** The ranking in which a filter stands. */
export interface RankedSplit {
  board: string;
  split: string;
}

const TABLE = { lossFunction: "loss_function", backbone: "backbone", trainingDataset: "training_dataset" };

/** A list or a single item, as GraphQL takes both. */
const list = <Item>(items: Item | Item[]): Item[] => (Array.isArray(items) ? items : [items]);

/** Whether a thing is one of the others or stands under one. */
export function isWithin(things: Map<string, Thing>, slug: string, roots: string[]): boolean {
  for (let at: string | null = slug; at !== null; at = things.get(at)?.parent ?? null) {
    if (roots.includes(at)) return true;
  }
  return false;
}

/** Whether a filter holds for a submission, decided by the rules of the agreed answers. */
export function matches(world: World, where: Where, entry: Entry, ranked?: RankedSplit): boolean {
  const own = Object.entries(where).every(([member, filter]) => holds(world, member, filter, entry, ranked));
  return own;
}

function holds(world: World, member: string, filter: Where, entry: Entry, ranked?: RankedSplit): boolean {
  if (filter === null) return true;
  const inner = (where: Where) => matches(world, where, entry, ranked);
  switch (member) {
    case "and":
      return list(filter).every(inner);
    case "or":
      return list(filter).some(inner);
    case "not":
      return !inner(filter);
    case "name":
      return textHolds(entry.name, filter);
    case "submission":
      return linksHold(world, "submission", [entry.slug], filter);
    case "benchmark":
      return linksHold(world, "benchmark", [entry.benchmark], filter);
    case "organisation":
      return linksHold(world, "organisation", entry.organisations, filter);
    case "citedPaper":
      return linksHold(world, "paper", entry.citedPapers, filter);
    case "lossFunction":
    case "backbone":
    case "trainingDataset":
      return claimsHold(world, member, entry.claims[member], filter);
    case "trainingScale":
    case "reportedBy":
      return oneOf(entry[member], filter);
    case "testSetCleaning": {
      const bases = filter.basis ?? ["STATED", "INHERITED"];
      const said = entry.cleaning && bases.includes(entry.cleaning.basis) ? entry.cleaning.kind : null;
      return oneOf(said, filter.basis && filter.known == null ? { known: true, ...filter } : filter);
    }
    case "submittedOn":
      return rangeHolds(entry.submittedOn, filter, (a, b) => (a < b ? -1 : Number(a > b)));
    case "ensembleSize":
      return rangeHolds(entry.ensembleSize, filter, (a, b) => a - b);
    case "described":
      return filter.is == null || entry.described === filter.is;
    case "score": {
      const board = filter.leaderboard
        ? (world.refs.leaderboard.get(filter.leaderboard.toLowerCase()) ?? "")
        : "";
      const at = board || ranked?.board;
      const split = filter.split ?? (board ? world.defaultSplit.get(board) : ranked?.split);
      const { leaderboard, split: __, ...asked } = filter;
      // Naming a place and asking no more asks for a score there.
      const placed = (leaderboard != null || filter.split != null) && asked.known == null;
      const bounds = placed ? { ...asked, known: true } : asked;
      return rangeHolds(entry.scores.get(`${at}/${split}`) ?? null, bounds, (a, b) =>
        compare(exact(a), exact(String(b))),
      );
    }
    default:
      throw new Error(`There is no filter "${member}".`);
  }
}

const knownHolds = (value: unknown, known: boolean | null | undefined) =>
  known == null || (value !== null) === known;

function oneOf(value: string | null, { is, known }: Where): boolean {
  if (!knownHolds(value, known)) return false;
  return is == null || (value !== null && list(is).includes(value));
}

function rangeHolds<Value>(
  value: Value | null,
  { known, ...bounds }: Where,
  order: (a: Value, b: Value) => number,
): boolean {
  if (!knownHolds(value, known)) return false;
  return Object.entries(bounds).every(([bound, limit]) => {
    if (value === null) return false;
    const sign = order(value, limit as Value);
    return { gt: sign > 0, gte: sign >= 0, lt: sign < 0, lte: sign <= 0 }[bound];
  });
}

/** Whether a text that may be missing fulfils a filter. */
export function textHolds(value: string | null, { is, contains, startsWith, known }: Where): boolean {
  if (!knownHolds(value, known)) return false;
  const text = value?.toLowerCase();
  if (is != null && !list<string>(is).some((one) => one.toLowerCase() === text)) return false;
  if (contains != null && !text?.includes(contains.toLowerCase())) return false;
  return startsWith == null || Boolean(text?.startsWith(startsWith.toLowerCase()));
}

const slugsOf = (world: World, table: string, refs: string | string[]): string[] =>
  list(refs).map((ref) => world.refs[table].get(ref.toLowerCase()) ?? `unknown reference ${ref}`);

function linksHold(world: World, table: string, links: string[], { is, within, known }: Where): boolean {
  if (known != null && links.length > 0 !== known) return false;
  const meant = [is, within].filter((refs) => refs != null).map((refs) => slugsOf(world, table, refs));
  return meant.length === 0 || links.some((link) => meant.every((slugs) => slugs.includes(link)));
}

function claimsHold(world: World, kind: ThingKind, claims: Claimed[], filter: Where): boolean {
  const { is, within, modified, known, basis } = filter;
  const counting = claims.filter((claim) => list(basis ?? ["STATED", "INHERITED"]).includes(claim.basis));
  if (known === false && counting.some((claim) => claim.thing !== null)) return false;
  if (is == null && within == null && modified == null && (known == null ? basis == null : !known))
    return true;
  return counting.some(
    ({ thing, modified: own }) =>
      (is == null || (thing !== null && slugsOf(world, TABLE[kind], is).includes(thing))) &&
      (within == null ||
        (thing !== null && isWithin(world.things[kind], thing, slugsOf(world, TABLE[kind], within)))) &&
      (modified == null || own === modified) &&
      (known !== true || thing !== null),
  );
}
