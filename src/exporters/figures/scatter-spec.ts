import type { ScatterFigure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { axisTitle, leftOf, roundRange, tickWidth } from "./axes";
import { framed, type Json, plotWidth } from "./frame";
import { coloursOf, innerWidth } from "./style";

/** So high is a plot for its width. */
const SHAPE = 0.85;

/** Values on one side against those on another one, a point for each that has both. */
export function scatterSpec(figure: ScatterFigure, style: FigureStyle): Json {
  const { points, x, y } = figure;
  const colours = coloursOf(style);
  const height = Math.round(Math.min(innerWidth(style) * SHAPE, 360));
  const most = Math.max(3, Math.floor(height / 40));
  const xs = roundRange(
    points.map((point) => point.x),
    most,
  );
  const ys = roundRange(
    points.map((point) => point.y),
    most,
  );
  const yTitle = axisTitle(y, height);
  const sides = {
    left: leftOf(ys, yTitle),
    right: tickWidth(xs) / 2 + 1,
  };
  const width = plotWidth(style, sides);
  const axis = { grid: true, domain: false, ticks: false };
  const view = {
    height,
    data: { values: points },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        scale: { domain: xs.domain, nice: false, zero: false },
        axis: { ...axis, values: xs.ticks, title: axisTitle(x, width) },
      },
      y: {
        field: "y",
        type: "quantitative",
        scale: { domain: ys.domain, nice: false, zero: false },
        axis: { ...axis, values: ys.ticks, title: yTitle },
      },
    },
    layer: [
      {
        mark: { type: "point", filled: true, size: 20, color: colours.main, opacity: 0.75 },
        encoding: { tooltip: ["label", "xText", "yText"].map((field) => ({ field, type: "nominal" })) },
      },
    ],
  };
  return framed(figure, style, sides, [view]);
}
