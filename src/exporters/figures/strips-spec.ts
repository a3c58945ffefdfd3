import type { StripsFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { axisTitle, roundRange } from "./axes";
import { framed, type Json, plotWidth, textAt } from "./frame";
import { coloursOf, innerWidth, TEXT } from "./style";
import { shortened, textWidth } from "./text-width";

const ROW = 18;
const BOX = 10;

const NAMES = 0.38;

const GAP = 6;

/** Of fewer values there are no quartiles worth a box. */
const LEAST_FOR_BOX = 5;

const STATED = "stated";

/** A row for each group: every value, a box from quartile to quartile, and the median. */
export function stripsSpec(figure: StripsFigure, style: FigureStyle): Json {
  const { groups, axis, unstatedLabel } = figure;
  const colours = coloursOf(style);
  const counts = groups.map(({ count }) => `n = ${count}`);
  const countWidth = Math.max(0, ...counts.map((count) => textWidth(count, TEXT.note)));
  const nameWidth = Math.max(0, ...groups.map(({ label }) => textWidth(label, TEXT.label)));
  const limit = Math.min(nameWidth, innerWidth(style) * NAMES);
  const sides = { left: limit + GAP + countWidth + GAP, right: 8 };
  const width = plotWidth(style, sides);
  const { domain, ticks } = roundRange(
    groups.flatMap(({ min, max }) => [min, max]),
    Math.max(2, Math.floor(width / 45)),
  );
  const rows = groups.map((group, row) => ({
    row,
    ...group,
    n: counts[row],
    name: shortened(group.label, TEXT.label, limit),
  }));
  const boxes = rows.filter(({ count }) => count >= LEAST_FOR_BOX);
  const x = (field: string) => ({ field, type: "quantitative" });
  const height = Math.max(groups.length, 1) * ROW;
  const view = {
    height,
    data: { values: rows },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        scale: { domain: rows.map(({ row }) => row), padding: 0 },
        axis: null,
      },
    },
    layer: [
      {
        mark: { type: "rule", color: colours.field, strokeWidth: 0.7 },
        encoding: {
          x: {
            ...x("min"),
            scale: { domain, nice: false, zero: false },
            axis: { values: ticks, title: axisTitle(axis, width), grid: true, domain: false, ticks: false },
          },
          x2: { field: "max" },
        },
      },
      {
        data: { values: boxes },
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
      ...valueLayer(figure, colours),
      {
        mark: { type: "tick", color: colours.second, thickness: 2, size: BOX + 4 },
        encoding: { x: x("median") },
      },
      textAt(-sides.left, "name", { align: "left" }),
      textAt(-GAP, "n", { align: "right", fontSize: TEXT.note, color: colours.muted }),
    ],
  };
  return framed(figure, style, sides, [view]);

  function valueLayer({ values }: StripsFigure, { main, background }: typeof colours): Json[] {
    if (values === null) return [];
    const data = values.map(({ group, isStated, ...value }) => ({
      row: group,
      ...value,
      basis: isStated ? STATED : unstatedLabel,
    }));
    const domain = [STATED, unstatedLabel];
    return [
      {
        data: { values: data },
        mark: { type: "point", size: 16, strokeWidth: 1, stroke: main, opacity: 0.8 },
        encoding: {
          x: x("value"),
          fill: {
            field: "basis",
            type: "nominal",
            scale: { domain, range: [main, background] },
            legend: null,
          },
          tooltip: ["label", "text", "basis"].map((field) => ({ field, type: "nominal" })),
        },
      },
    ];
  }
}
