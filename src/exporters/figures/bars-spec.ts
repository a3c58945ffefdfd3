import type { BarsFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { axisTitle, roundRange, stepsAlong } from "./axes";
import { framed, type Json, plotWidth, textAt } from "./frame";
import { numbersAt, numberWidths, partsOf } from "./number-columns";
import { coloursOf, innerWidth, TEXT } from "./style";
import { shortened, textWidth } from "./text-width";

const ROW = 13;

/** Names have so much of the width at the most. */
const NAMES = 0.46;

const GAP = 6;

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, TEXT.label)));

/** A bar for each row: place and name to its left, the value as published to its right. */
export function barsSpec(figure: BarsFigure, style: FigureStyle): Json {
  const { bars, axis } = figure;
  const colours = coloursOf(style);
  const places = widest(bars.map(({ place }) => place));
  const limit = Math.min(widest(bars.map(({ label }) => label)), innerWidth(style) * NAMES);
  const numbers = numberWidths(
    bars.map(({ text }) => text),
    TEXT.label,
  );
  const sides = {
    left: places + GAP + limit + GAP,
    right: GAP + numbers.whole + numbers.fraction,
  };
  const width = plotWidth(style, sides);
  const ends = bars.flatMap(({ value, uncertainty }) => [
    value - (uncertainty ?? 0),
    value + (uncertainty ?? 0),
  ]);
  const { domain, ticks } = roundRange(ends, stepsAlong(width, ends), true);
  const values = bars.map(({ uncertainty, ...bar }, row) => ({
    row,
    ...bar,
    ...partsOf(bar.text),
    name: shortened(bar.label, TEXT.label, limit),
    ...(uncertainty !== null && { from: bar.value - uncertainty, to: bar.value + uncertainty }),
  }));
  const x = {
    field: "value",
    type: "quantitative",
    scale: { domain, nice: false, zero: true },
    axis: { values: ticks, title: axisTitle(axis, width), grid: true, domain: false, ticks: false },
  };
  const view = {
    height: Math.max(bars.length, 1) * ROW,
    data: { values },
    encoding: {
      y: { field: "row", type: "ordinal", scale: { paddingInner: 0.25, paddingOuter: 0.12 }, axis: null },
    },
    layer: [
      {
        mark: { type: "bar", color: colours.main },
        encoding: { x, tooltip: ["place", "label", "text"].map((field) => ({ field, type: "nominal" })) },
      },
      ...errorBars(values, colours.text),
      textAt(-sides.left + places, "place", { align: "right", color: colours.muted }),
      textAt(-GAP, "name", { align: "right" }),
      ...numbersAt(width + sides.right - numbers.fraction),
    ],
  };
  return framed(figure, style, sides, [view]);
}

function errorBars(values: readonly object[], color: string): Json[] {
  if (!values.some((value) => "from" in value)) return [];
  const encoding = {
    x: { field: "from", type: "quantitative" },
    x2: { field: "to" },
    opacity: { condition: { test: "isValid(datum.from)", value: 1 }, value: 0 },
  };
  return [{ mark: { type: "rule", color }, encoding }];
}
