import type { StripsFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { axisTitle, roundRange, stepsAlong } from "./axes";
import { framed, type Json, plotWidth, textAt } from "./frame";
import { lanesOf } from "./lanes";
import { type Colours, coloursOf, innerWidth, TEXT } from "./style";
import { shortened, textWidth } from "./text-width";

const ROW = 22;
const BOX = 11;

/** Names have so much of the width at the most. */
const NAMES = 0.38;

const GAP = 6;

/** Of fewer values there is no middle one, and no middle half. */
const LEAST_FOR_MEDIAN = 3;
const LEAST_FOR_BOX = 5;

/** How large a point is, how wide with its outline, and how far apart points stand that would cover each other. */
const POINTS = {
  few: { size: 15, stroke: 1, width: 5, lane: 4, lanes: 2 },
  many: { size: 6, stroke: 0.7, width: 3.4, lane: 2.9, lanes: 3 },
};

/** Groups with more values have smaller points, in all rows alike. */
const FEW = 40;

const STATED = "stated";

const x = (field: string) => ({ field, type: "quantitative" });

/** A row for each group: every value, a box from quartile to quartile, and the median. */
export function stripsSpec(figure: StripsFigure, style: FigureStyle): Json {
  const { groups, axis } = figure;
  const colours = coloursOf(style);
  const counts = groups.map(({ count }) => `n = ${count}`);
  const widest = (texts: readonly string[], size: number) =>
    Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const names = groups.map(({ label }) => label);
  const limit = Math.min(widest(names, TEXT.label), innerWidth(style) * NAMES);
  const sides = { left: limit + GAP + widest(counts, TEXT.note) + GAP, right: 8 };
  const width = plotWidth(style, sides);
  const ends = groups.flatMap(({ min, max }) => [min, max]);
  const { domain, ticks } = roundRange(ends, stepsAlong(width, ends));
  const rows = groups.map((group, row) => ({
    row,
    ...group,
    n: counts[row],
    name: shortened(group.label, TEXT.label, limit),
  }));
  const scale = { domain: rows.map(({ row }) => row), padding: 0 };
  const along = {
    ...x("min"),
    scale: { domain, nice: false, zero: false },
    axis: { values: ticks, title: axisTitle(axis, width), grid: true, domain: false, ticks: false },
  };
  const view = {
    height: Math.max(groups.length, 1) * ROW,
    data: { values: rows },
    encoding: { y: { field: "row", type: "ordinal", scale, axis: null } },
    layer: [
      {
        mark: { type: "rule", color: colours.field, strokeWidth: 0.7 },
        encoding: { x: along, x2: { field: "max" } },
      },
      {
        data: { values: rows.filter(({ count }) => count >= LEAST_FOR_BOX) },
        mark: {
          type: "bar",
          height: BOX,
          color: colours.field,
          fillOpacity: 0.25,
          stroke: colours.field,
          strokeWidth: 0.7,
        },
        encoding: { x: x("lowerQuartile"), x2: { field: "upperQuartile" } },
      },
      {
        data: { values: rows.filter(({ count }) => count >= LEAST_FOR_MEDIAN) },
        mark: { type: "tick", color: colours.second, opacity: 1, thickness: 2, size: BOX + 4 },
        encoding: { x: x("median") },
      },
      ...points(figure, colours, width / (domain[1] - domain[0])),
      textAt(-sides.left, "name"),
      textAt(-GAP, "n", { align: "right", fontSize: TEXT.note, color: colours.muted }),
    ],
  };
  return framed(figure, style, sides, [view]);
}

/** Every value as a point, hollow where it is not stated that it belongs to its group. */
function points(
  { groups, values, unstatedLabel }: StripsFigure,
  { main, background }: Colours,
  toPixels: number,
): Json[] {
  if (values === null) return [];
  const point = groups.some(({ count }) => count > FEW) ? POINTS.many : POINTS.few;
  const data = groups.flatMap((_, row) => {
    const own = values.filter(({ group }) => group === row);
    const places = own.map(({ value }) => value * toPixels);
    const lanes = lanesOf(places, point.width, point.lanes);
    return own.map(({ group, isStated, ...value }, i) => ({
      row,
      ...value,
      basis: isStated ? STATED : unstatedLabel,
      aside: lanes[i] * point.lane,
    }));
  });
  const scale = { domain: [STATED, unstatedLabel], range: [main, background] };
  return [
    {
      data: { values: data },
      mark: { type: "point", size: point.size, strokeWidth: point.stroke, stroke: main, opacity: 0.9 },
      encoding: {
        x: x("value"),
        yOffset: { field: "aside", type: "quantitative", scale: { domain: [-ROW / 2, ROW / 2] } },
        fill: { field: "basis", type: "nominal", scale, legend: null },
        tooltip: ["label", "text", "basis"].map((field) => ({ field, type: "nominal" })),
      },
    },
  ];
}
