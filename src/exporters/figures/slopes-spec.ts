import type { SlopesFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { framed, type Json, plotWidth } from "./frame";
import { spreadOut } from "./spread-out";
import { coloursOf, innerWidth, TEXT } from "./style";
import { shortened, textWidth } from "./text-width";

/** A line of text has so much room. */
const ROW = 11.5;

const NAMES = 0.36;

const GAP = 5;

const TICK = 9;

interface Side {
  at: number;
  label: string;
}

/** The places on two sides, joined by a line for each that has both: the best at the top. */
export function slopesSpec(figure: SlopesFigure, style: FigureStyle): Json {
  const { slopes, from, to } = figure;
  const colours = coloursOf(style);
  const named = (place: number, label: string) => `${place}  ${label}`;
  const widest = Math.max(
    0,
    ...slopes.map(({ label, ...places }) =>
      textWidth(named(Math.max(places.from, places.to), label), TEXT.label),
    ),
  );
  const limit = Math.min(widest, innerWidth(style) * NAMES);
  const sides = { left: limit + GAP + TICK, right: limit + GAP + TICK };
  const width = plotWidth(style, sides);
  const places = slopes.flatMap((slope) => [slope.from, slope.to]);
  const [first, last] = [Math.min(...places, 1), Math.max(...places, 2)];
  const height = Math.max(slopes.length + 1, 3) * ROW;
  const toY = (place: number) => ((place - first) / (last - first)) * height;
  const values = slopes.map(({ label, ...slope }) => ({
    label,
    from: slope.from,
    to: slope.to,
    change: slope.to < slope.from ? "better" : slope.to > slope.from ? "worse" : "the same",
    left: toY(slope.from),
    right: toY(slope.to),
  }));
  const labels = (side: "from" | "to", x: number, tick: number, align: string): Json[] => {
    const texts: Side[] = slopes.map((slope) => ({
      at: toY(slope[side]),
      label: named(slope[side], slope.label),
    }));
    const spread = spreadOut(
      texts.map(({ at }) => at),
      ROW,
    );
    const rows = texts.map(({ at, label }, i) => ({
      at,
      y: spread[i],
      label,
      name: shortened(label, TEXT.label, limit),
    }));
    return [
      {
        data: { values: rows },
        mark: { type: "rule", color: colours.muted, strokeWidth: 0.5 },
        encoding: {
          x: { value: x },
          x2: { value: tick },
          y: { field: "at", type: "quantitative" },
          y2: { field: "y" },
        },
      },
      {
        data: { values: rows },
        mark: { type: "text", align, baseline: "middle" },
        encoding: {
          x: { value: tick + Math.sign(tick - x) * 2 },
          y: { field: "y", type: "quantitative" },
          text: { field: "name", type: "nominal" },
        },
      },
    ];
  };
  const heads = [
    { x: 0, head: from, align: "right" },
    { x: width, head: to, align: "left" },
  ];
  const view = {
    height,
    encoding: {
      y: {
        type: "quantitative",
        scale: { domain: [0, height], reverse: true, nice: false, zero: false },
        axis: null,
      },
    },
    layer: [
      {
        data: { values },
        mark: { type: "rule", strokeWidth: 1.1 },
        encoding: {
          x: { value: 0 },
          x2: { value: width },
          y: { field: "left", type: "quantitative" },
          y2: { field: "right" },
          color: {
            field: "change",
            type: "nominal",
            scale: {
              domain: ["better", "worse", "the same"],
              range: [colours.main, colours.second, colours.field],
            },
            legend: null,
          },
          strokeDash: {
            field: "change",
            type: "nominal",
            scale: {
              domain: ["better", "worse", "the same"],
              range: [
                [1, 0],
                [3, 2],
                [1, 0],
              ],
            },
            legend: null,
          },
          tooltip: ["label", "from", "to"].map((field) => ({ field, type: "nominal" })),
        },
      },
      ...labels("from", 0, -TICK, "right"),
      ...labels("to", width, width + TICK, "left"),
      ...heads.map(({ x, head, align }) => ({
        data: { values: [{ head: shortened(head, TEXT.label, innerWidth(style) / 2, "bold") }] },
        mark: {
          type: "text",
          align: align === "right" ? "left" : "right",
          baseline: "bottom",
          fontWeight: "bold",
        },
        encoding: {
          x: { value: x === 0 ? -sides.left : width + sides.right },
          y: { value: -10 },
          text: { field: "head", type: "nominal" },
        },
      })),
    ],
  };
  return framed(figure, style, sides, [view]);
}
