import type { Dice } from "./population";
import { DAYS } from "./population";
import type { Where } from "./where";

type Bound = "gt" | "gte" | "lt" | "lte";

const BOUNDS: readonly Bound[] = ["gt", "gte", "lt", "lte"];
const NUMBERS = [70, 0.3, 50.5, 99.99, 12.5, -3.25, 69.99, 0];

/** References as callers write them: slugs, names and aliases in any case. */
const REFS = {
  lossFunction: ["margin", "SHARP MARGIN", "sm LOSS", "arc", "Arc two", "cos", "triplets", "hard-triplets"],
  backbone: ["Residual", "res-50", "RES-100", "Plain net"],
  trainingDataset: ["msf", "Casia"],
  organisation: ["ACME CORP.", "bolt", "ZÜRICH lab"],
  citedPaper: ["on arcs", "res-paper"],
  submission: ["s-3", "s-10", "s-59"],
  benchmark: ["test-benchmark", "TEST BENCHMARK"],
};

function range(dice: Dice, values: readonly unknown[]): Where {
  const filter: Where = {};
  for (const bound of dice.some(BOUNDS, 2)) filter[bound] = dice.pick(values);
  if (dice.chance(0.2)) filter.known = dice.chance(0.7);
  return filter;
}

function reference(dice: Dice, refs: readonly string[]): Where {
  if (dice.chance(0.2)) return { known: dice.chance(0.5) };
  const filter: Where = {
    [dice.pick(["is", "within"])]: dice.chance(0.4) ? dice.pick(refs) : dice.some(refs, 3),
  };
  if (dice.chance(0.1)) filter.within = [dice.pick(refs)];
  if (dice.chance(0.1)) filter.known = true;
  return filter;
}

function claim(dice: Dice, refs: readonly string[]): Where {
  const filter: Where = dice.chance(0.2) ? {} : reference(dice, refs);
  if (dice.chance(0.4)) filter.basis = dice.some(["STATED", "INHERITED", "CITED", "VAGUE"], 3);
  if (filter.known !== false && dice.chance(0.4)) filter.modified = dice.chance(0.5);
  return filter;
}

function oneOf(dice: Dice, values: readonly string[]): Where {
  return dice.chance(0.4) ? { known: dice.chance(0.5) } : { is: dice.some(values, 2) };
}

function member(dice: Dice, inRanking: boolean): Where {
  const kind = dice.pick([
    "lossFunction",
    "lossFunction",
    "backbone",
    "trainingDataset",
    "score",
    "score",
    "other",
  ]);
  if (kind === "lossFunction" || kind === "backbone" || kind === "trainingDataset") {
    return { [kind]: claim(dice, REFS[kind]) };
  }
  if (kind === "score") {
    const place: Where = inRanking && dice.chance(0.6) ? {} : { leaderboard: dice.pick(["up", "DOWN"]) };
    if (dice.chance(0.6)) place.split = dice.pick(["a", "b"]);
    return { score: { ...place, ...range(dice, NUMBERS) } };
  }
  const filters: Record<string, () => Where> = {
    name: () => ({
      [dice.pick(["contains", "startsWith"])]: dice.pick(["M", "él", "_50%", "x", "zeta 1", "😀", "%"]),
    }),
    organisation: () => reference(dice, REFS.organisation),
    citedPaper: () => reference(dice, REFS.citedPaper),
    submission: () => reference(dice, REFS.submission),
    benchmark: () => reference(dice, REFS.benchmark),
    trainingScale: () => oneOf(dice, ["LARGE", "SMALL"]),
    reportedBy: () => oneOf(dice, ["AUTHOR"]),
    testSetCleaning: () => {
      const filter = oneOf(dice, ["NONE", "OWN", "PUBLISHED_LIST"]);
      if (dice.chance(0.3)) filter.basis = dice.some(["STATED", "INHERITED"], 2);
      return filter;
    },
    submittedOn: () => range(dice, DAYS),
    ensembleSize: () => range(dice, [1, 2, 3, 5]),
    described: () => ({ is: dice.chance(0.5) }),
  };
  const name = dice.pick(Object.keys(filters));
  return { [name]: filters[name]() };
}

/** A random filter on the submissions of `population`, at most `depth` levels deep. */
export function randomWhere(dice: Dice, depth: number, inRanking = false): Where {
  const where: Where = {};
  const members = dice.pick([0, 1, 1, 1, 2]);
  for (let i = 0; i < members; i += 1) Object.assign(where, member(dice, inRanking));
  if (depth > 0 && dice.chance(0.7)) {
    const inner = () => randomWhere(dice, depth - 1, inRanking);
    const composed = dice.pick(["and", "or", "or", "not", "not"]);
    if (composed === "not") where.not = inner();
    else where[composed] = Array.from({ length: Math.floor(dice.roll() * 3.9) }, inner);
  }
  return where;
}
