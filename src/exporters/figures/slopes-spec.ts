import type { FigureSlope, SlopesFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { framed, type Json, plotWidth } from "./frame";
import { spreadOut } from "./spread-out";
import { type Colours, coloursOf, innerWidth, TEXT } from "./style";
import { shortened, textWidth } from "./text-width";

/** A line of text has so much room. */
const ROW = 11.5;

/** Names on each side have so much of the width at the most. */
const NAMES = 0.36;

const GAP = 5;

/** A thin line leads from a place to its name. */
const LEADER = 9;

/** So much higher than its names a figure may be for places of others between them. */
const MOST_GAPS = 1.4;

const named = (place: number, label: string) => `${place}  ${label}`;

const CHANGES = ["better", "worse", "the same"];

function changeOf({ from, to }: FigureSlope): string {
  return to < from ? CHANGES[0] : to > from ? CHANGES[1] : CHANGES[2];
}

/** The places on two sides, joined by a line for each that has both: the best at the top. */
export function slopesSpec(figure: SlopesFigure, style: FigureStyle): Json {
  const { slopes } = figure;
  const colours = coloursOf(style);
  const widths = slopes.map(({ label, from, to }) => textWidth(named(Math.max(from, to), label), TEXT.label));
  const limit = Math.min(Math.max(0, ...widths), innerWidth(style) * NAMES);
  const side = limit + GAP + LEADER;
  const sides = { left: side, right: side };
  const width = plotWidth(style, sides);
  const places = slopes.flatMap(({ from, to }) => [from, to]);
  const first = places.length > 0 ? Math.min(...places) : 1;
  const last = Math.max(...places, first + 1);
  // Where few places are left out, each has a line of its own, and names stand beside them.
  const rows = Math.max(slopes.length + 1, Math.min(last - first, slopes.length * MOST_GAPS), 3);
  const height = rows * ROW;
  const toNames = { slopes, limit, colours, height, toPixels: (last - first) / height, first };
  const scale = { domain: [first, last], reverse: true, nice: false, zero: false };
  const view = {
    height,
    encoding: { y: { type: "quantitative", scale, axis: null } },
    layer: [
      lines(slopes, width, colours),
      ...names({ ...toNames, side: "from", x: 0, at: -LEADER, align: "right" }),
      ...names({ ...toNames, side: "to", x: width, at: width + LEADER, align: "left" }),
      head(figure.from, { inner: -LEADER, outer: -side, room: limit, half: innerWidth(style) / 2 }),
      head(figure.to, {
        inner: width + LEADER,
        outer: width + side,
        room: limit,
        half: innerWidth(style) / 2,
      }),
    ],
  };
  return framed(figure, style, sides, [view]);
}

/** Told apart by colour and by dashes. */
function lines(slopes: readonly FigureSlope[], width: number, { main, second, field }: Colours): Json {
  const change = (range: readonly unknown[]) => ({
    field: "change",
    type: "nominal",
    scale: { domain: CHANGES, range },
    legend: null,
  });
  return {
    data: { values: slopes.map((slope) => ({ ...slope, change: changeOf(slope) })) },
    mark: { type: "rule", strokeWidth: 1.2 },
    encoding: {
      x: { value: 0 },
      x2: { value: width },
      y: { field: "from", type: "quantitative" },
      y2: { field: "to" },
      color: change([main, second, field]),
      strokeDash: change([
        [1, 0],
        [3, 2],
        [1, 0],
      ]),
      tooltip: ["label", "from", "to"].map((name) => ({ field: name, type: "nominal" })),
    },
  };
}

interface Names {
  slopes: readonly FigureSlope[];
  side: "from" | "to";
  x: number;
  at: number;
  align: "left" | "right";
  limit: number;
  colours: Colours;
  height: number;
  /** So many places are a pixel. */
  toPixels: number;
  first: number;
}

/** The names on one side, none over another one, each with a line to its place. */
function names({ slopes, side, x, at, align, limit, colours, height, toPixels, first }: Names): Json[] {
  const wanted = slopes.map((slope) => (slope[side] - first) / toPixels);
  const spread = spreadOut(wanted, ROW, [0, height]);
  const values = slopes.map((slope, i) => ({
    place: slope[side],
    nameAt: first + spread[i] * toPixels,
    label: slope.label,
    name: shortened(named(slope[side], slope.label), TEXT.label, limit),
  }));
  return [
    {
      data: { values },
      mark: { type: "rule", color: colours.muted, strokeWidth: 0.5 },
      encoding: {
        x: { value: x },
        x2: { value: at },
        y: { field: "place", type: "quantitative" },
        y2: { field: "nameAt" },
      },
    },
    {
      data: { values },
      mark: { type: "text", align, baseline: "middle" },
      encoding: {
        x: { value: at + Math.sign(at - x) * 2 },
        y: { field: "nameAt", type: "quantitative" },
        text: { field: "name", type: "nominal" },
      },
    },
  ];
}

interface HeadPlace {
  inner: number;
  outer: number;
  room: number;
  half: number;
}

/** What a side is called: above its names where it is as short, else from the edge of the figure inwards. */
function head(text: string, { inner, outer, room, half }: HeadPlace): Json {
  const isShort = textWidth(text, TEXT.label, "bold") <= room;
  const isLeft = outer < inner;
  return {
    data: { values: [{ head: shortened(text, TEXT.label, half - GAP, "bold") }] },
    mark: {
      type: "text",
      align: isShort === isLeft ? "right" : "left",
      baseline: "bottom",
      fontWeight: "bold",
    },
    encoding: {
      x: { value: isShort ? inner + (isLeft ? -2 : 2) : outer },
      y: { value: -10 },
      text: { field: "head", type: "nominal" },
    },
  };
}
