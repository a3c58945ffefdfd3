import type { DatedValue, StepsFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { axisTitle, leftOf, roundRange } from "./axes";
import { framed, type Json, plotWidth } from "./frame";
import { type Placed, placeNumbers } from "./numbers";
import { stepsKey } from "./steps-key";
import { coloursOf, innerWidth, TEXT } from "./style";
import { timeRange } from "./time-range";

/** So high is a plot for its width. */
const SHAPE = 0.62;

const RIGHT = 8;

/** Many points behind the line are smaller and fainter, so that they do not become one blot. */
const FEW = 300;
const FEW_POINTS = { size: 11, opacity: 0.75 };
const MANY_POINTS = { size: 5, opacity: 0.4 };

const TIME = "utc";

/** The best value over time as a line of steps with numbers, all other values behind it, and a key to the numbers. */
export function stepsSpec(figure: StepsFigure, style: FigureStyle): Json {
  const { steps, others, axis, until } = figure;
  const named = steps.slice(steps.length - figure.named);
  const colours = coloursOf(style);
  const height = Math.round(Math.min(innerWidth(style) * SHAPE, 300));
  const all = [...steps, ...others];
  const range = roundRange(
    all.map(({ value }) => value),
    Math.max(3, Math.floor(height / 32)),
  );
  const yTitle = axisTitle(axis, height);
  const sides = { left: leftOf(range, yTitle), right: RIGHT };
  const width = plotWidth(style, sides);
  const time = timeRange([...all.map(({ day }) => day), until], width);
  const toPixels = ({ day, value }: DatedValue) => ({
    x: ((Date.parse(day) - time.from) / (time.to - time.from)) * width,
    y: height - ((value - range.domain[0]) / (range.domain[1] - range.domain[0])) * height,
  });
  const from = steps.length - named.length;
  const numbers = named.map((_, i) => String(from + i + 1));
  const places = placeNumbers(named.map(toPixels), numbers, { width, height });
  const values = named.map((step, i) => ({ number: numbers[i], ...step, ...places[i] }));
  const line = [...steps, ...steps.slice(-1).map((step) => ({ ...step, day: until }))];
  const x = {
    field: "day",
    type: "temporal",
    scale: { type: TIME, domain: [time.from, time.to], nice: false },
    axis: { values: time.ticks, format: time.format, title: null, grid: false, labelOverlap: true },
  };
  const y = {
    field: "value",
    type: "quantitative",
    scale: { domain: range.domain, nice: false, zero: false },
    axis: { values: range.ticks, title: yTitle, grid: true, domain: false, ticks: false },
  };
  const tooltip = ["day", "label", "text"].map((field) => ({ field, type: "nominal" }));
  const view = {
    height,
    encoding: { x, y },
    layer: [
      {
        data: { values: others },
        mark: {
          type: "point",
          filled: true,
          color: colours.field,
          ...(others.length > FEW ? MANY_POINTS : FEW_POINTS),
        },
        encoding: { tooltip },
      },
      {
        data: { values: line },
        mark: { type: "line", interpolate: "step-after", color: colours.main, strokeWidth: 1.6 },
      },
      {
        data: { values: steps },
        mark: {
          type: "point",
          filled: true,
          size: named.length < steps.length ? 12 : 24,
          color: colours.main,
          opacity: 1,
        },
        encoding: { tooltip },
      },
      ...numberLayers(values, colours),
    ],
  };
  const key = named.length > 0 ? [stepsKey(values, style, sides)] : [];
  return framed(figure, style, sides, [view, ...key]);
}

/** The numbers of steps beside them, those with a place on the same side in one layer. */
function numberLayers(
  values: readonly (Placed & { number: string })[],
  { main, background }: { main: string; background: string },
): Json[] {
  const sides = new Map<string, (Placed & { number: string })[]>();
  for (const value of values) {
    if (value.dx === null) continue;
    const side = `${value.dx} ${value.dy}`;
    sides.set(side, [...(sides.get(side) ?? []), value]);
  }
  const text = { field: "number", type: "nominal" };
  return [...sides.values()].flatMap((each) => {
    const [{ dx, dy }] = each;
    const mark = {
      type: "text",
      dx,
      dy,
      align: "center",
      baseline: "middle",
      fontSize: TEXT.note,
      fontWeight: "bold",
    };
    const data = { values: each };
    return [
      // What is behind a number would make it hard to read.
      {
        data,
        mark: { ...mark, color: background, stroke: background, strokeWidth: 2.5 },
        encoding: { text },
      },
      { data, mark: { ...mark, color: main }, encoding: { text } },
    ];
  });
}
