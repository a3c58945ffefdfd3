import type { Figure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import {
  coloursOf,
  FONTS,
  innerWidth,
  LABEL_PADDING,
  LINE_HEIGHT,
  PADDING,
  TEXT,
  TITLE_PADDING,
} from "./style";
import { wrapped } from "./text-width";

/** A part of a specification. */
export type Json = Record<string, unknown>;

export const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

const lines = (text: readonly string[], size: number) => text.length * size * LINE_HEIGHT;

/** How wide the plot itself is, beside what stands to its left and right. */
export interface Sides {
  left: number;
  right: number;
}

/** The width of the plot between its sides. */
export function plotWidth(style: FigureStyle, { left, right }: Sides): number {
  return innerWidth(style) - left - right;
}

/**
 * The specification of a figure: title, views one below the other, and the notes below the last one. All texts of the data
 * are values or plain titles, never expressions.
 */
export function framed(figure: Figure, style: FigureStyle, sides: Sides, views: readonly Json[]): Json {
  const colours = coloursOf(style);
  const width = innerWidth(style);
  const title = wrapped(figure.title, TEXT.title, width, "bold");
  const notes = figure.notes.flatMap((note) => wrapped(note, TEXT.note, width));
  const atLeft = { anchor: "start", frame: "group", align: "left", dx: -sides.left };
  const below = {
    ...atLeft,
    text: notes,
    orient: "bottom",
    baseline: "top",
    color: colours.muted,
    fontSize: TEXT.note,
    fontWeight: "normal",
    lineHeight: TEXT.note * LINE_HEIGHT,
    offset: 6,
  };
  return {
    $schema: SCHEMA,
    description: figure.description,
    background: colours.background,
    padding: PADDING,
    spacing: 6,
    title: {
      text: title,
      anchor: "start",
      frame: "bounds",
      fontSize: TEXT.title,
      fontWeight: "bold",
      lineHeight: TEXT.title * LINE_HEIGHT,
      color: colours.text,
      offset: 6,
    },
    vconcat: views.map(({ layer, ...view }, i) => ({
      ...view,
      layer: [...(layer as Json[]), spacer(plotWidth(style, sides), sides)],
      width: plotWidth(style, sides),
      ...(i === views.length - 1 && notes.length > 0 && { title: below }),
    })),
    config: config(style),
  };
}

/** Nothing, from one end of the figure to the other: it has the width that was asked for whatever is in it. */
function spacer(width: number, { left, right }: Sides): Json {
  const encoding = { x: { value: -left }, x2: { value: width + right }, y: { value: 0 } };
  return { data: { values: [{}] }, mark: { type: "rule", opacity: 0, tooltip: null }, encoding };
}

/** What all figures of a style have in common. */
function config(style: FigureStyle): Json {
  const { text, muted, grid } = coloursOf(style);
  return {
    font: FONTS,
    view: { stroke: null },
    axis: {
      labelColor: text,
      labelFontSize: TEXT.label,
      titleColor: text,
      titleFontSize: TEXT.label,
      titleFontWeight: "normal",
      titlePadding: TITLE_PADDING,
      gridColor: grid,
      domainColor: muted,
      tickColor: muted,
      tickSize: 3,
      labelPadding: LABEL_PADDING,
      labelFlush: false,
    },
    legend: {
      labelColor: text,
      labelFontSize: TEXT.label,
      labelLimit: 1000,
      title: null,
      orient: "top",
      direction: "horizontal",
      offset: 4,
      symbolSize: 22,
      columnPadding: 8,
    },
    text: { color: text, fontSize: TEXT.label },
  };
}

/** The height of so many lines of a size. */
export const heightOf = lines;

/** A view that has nothing but texts at fixed places: columns of a row, or a word on an axis. */
export function textAt(x: number, field: string, more: Json = {}): Json {
  const { encoding, ...mark } = more as { encoding?: Json };
  return {
    mark: { type: "text", align: "left", baseline: "middle", ...mark },
    encoding: { x: { value: x }, text: { field, type: "nominal" }, ...encoding },
  };
}
