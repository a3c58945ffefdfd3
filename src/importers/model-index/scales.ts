import { groupBy } from "./group-by";
import { leaderboardKey, leaderboardName, type Measurement } from "./measurement";
import { type Report, warn } from "./model-entry";

/**
 * Looks for leaderboards that mix percent with fractions. Where a "%" proves it, the numbers of the rarer scale lose
 * their value. Where only the numbers look like it, it is said and they stay: small and large errors are no such mix.
 */
export function checkScales(measurements: readonly Measurement[], report: Report): void {
  for (const board of groupBy(
    measurements.filter(({ decimal }) => decimal),
    leaderboardKey,
  )) {
    const isSmall = (each: Measurement) => Math.abs(numberOf(each)) <= 1 && !isPercent(each);
    const [small, large] = [board.filter(isSmall), board.filter((each) => !isSmall(each))];
    if (!small.length || !large.length) continue;
    const rarer = small.length > large.length ? large : small;
    if (large.some(isPercent)) dropValues(rarer, report);
    else if (looksMixed(small.map(numberOf), large.map(numberOf))) warnOfMix(rarer, board, report);
  }
}

/** A hundred times the fractions are about as large as the rest, and far from it without that. */
function looksMixed(small: number[], large: number[]): boolean {
  const [least, most] = [extreme(large, Math.min), extreme(large, Math.max)];
  const fractions = small.filter((value) => value > 0);
  const apart = least > 1.5 && most <= 100 && least >= 5 * extreme(small, Math.max);
  return (
    apart &&
    fractions.length > 0 &&
    fractions.every((each) => each * 100 >= least / 2 && each * 100 <= most * 2)
  );
}

function extreme(values: number[], pick: (a: number, b: number) => number): number {
  return values.reduce((a, b) => pick(a, b));
}

function numberOf({ decimal }: Measurement): number {
  return Number(decimal?.value);
}

function isPercent({ decimal }: Measurement): boolean {
  return decimal?.unit === "%";
}

function dropValues(rarer: Measurement[], report: Report): void {
  for (const each of rarer) {
    const message =
      `"${leaderboardName(each)}" has percent and fractions, and "${each.reported}" is of the rarer kind. It keeps its ` +
      "text but gets no value; write all in one scale.";
    each.decimal = null;
    warn(each.place, message, report);
  }
}

function warnOfMix(rarer: Measurement[], board: Measurement[], report: Report): void {
  const [first] = rarer;
  const message =
    `"${leaderboardName(first)}" seems to mix percent and fractions: ${rarer.length} of ${board.length} numbers, ` +
    `"${first.reported}" here, are of the rarer kind. They are ranked as they stand; write all in one scale.`;
  warn(first.place, message, report);
}
