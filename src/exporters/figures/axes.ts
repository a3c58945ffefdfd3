import type { FigureAxis } from "../../common/figure";
import { LABEL_PADDING, LINE_HEIGHT, TEXT, TITLE_PADDING } from "./style";
import { textWidth, wrapped } from "./text-width";

/** A range of an axis, and about how many steps it has. */
export interface Range {
  domain: [number, number];
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A range that has all values within it, and ends on round numbers. */
export function roundRange(values: readonly number[], most: number, withZero = false): Range {
  const all = withZero ? [...values, 0] : values;
  const low = all.reduce((least, value) => Math.min(least, value), all[0] ?? 0);
  const high = all.reduce((largest, value) => Math.max(largest, value), all[0] ?? 1);
  // Of one value alone, or none, there is no range: it stands in the middle of one.
  const spread = high - low || Math.abs(high) || 1;
  const exact = spread / most;
  const power = 10 ** Math.floor(Math.log10(exact));
  const step = (STEPS.find((each) => each * power >= exact * 0.999) ?? 10) * power;
  const digits = Math.min(Math.max(0, 2 - Math.floor(Math.log10(step))), 20);
  const from = Math.floor(low / step);
  const to = Math.max(Math.ceil(high / step), from + 1);
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toFixed(digits)));
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks };
}

/** Along an axis round numbers stand, which are shorter than many a value. */
const WIDEST_NUMBER = 18;
const BETWEEN_NUMBERS = 9;

const NUMBER = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });

/** How wide the widest of an axis' numbers is. */
export function tickWidth({ ticks }: Range): number {
  return Math.max(...ticks.map((tick) => textWidth(NUMBER.format(tick), TEXT.label)));
}

/** How much stands to the left of a plot: the numbers of the axis, and its title along it. */
export function leftOf(range: Range, title: readonly string[]): number {
  return tickWidth(range) + LABEL_PADDING + TITLE_PADDING + title.length * TEXT.label * LINE_HEIGHT;
}

/** How many steps an axis has room for along so many pixels, by the numbers that stand along it. */
export function stepsAlong(length: number, values: readonly number[]): number {
  const widest = Math.max(0, ...values.map((value) => textWidth(NUMBER.format(value), TEXT.label)));
  return Math.max(2, Math.floor(length / (Math.min(widest, WIDEST_NUMBER) + BETWEEN_NUMBERS)));
}

/** The title of an axis along so many pixels. */
export function axisTitle({ title }: Pick<FigureAxis, "title">, length: number): string[] {
  return wrapped(title, TEXT.label, length);
}
