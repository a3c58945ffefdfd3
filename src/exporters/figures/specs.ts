import type { Figure } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { barsSpec } from "./bars-spec";
import type { Json } from "./frame";
import { scatterSpec } from "./scatter-spec";
import { slopesSpec } from "./slopes-spec";
import { stepsSpec } from "./steps-spec";
import { stripsSpec } from "./strips-spec";

/** The specification of a figure in Vega-Lite. */
export function specOf(figure: Figure, style: FigureStyle): Json {
  switch (figure.kind) {
    case "steps":
      return stepsSpec(figure, style);
    case "bars":
      return barsSpec(figure, style);
    case "strips":
      return stripsSpec(figure, style);
    case "scatter":
      return scatterSpec(figure, style);
    case "slopes":
      return slopesSpec(figure, style);
  }
}
