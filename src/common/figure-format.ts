import { registerEnumType } from "type-graphql";

export enum FigureFormat {
  VEGA_LITE = "VEGA_LITE",
  SVG = "SVG",
  PNG = "PNG",
}

registerEnumType(FigureFormat, {
  name: "FigureFormat",
  description: "How a figure is given.",
  valuesConfig: {
    VEGA_LITE: {
      description:
        "A specification in Vega-Lite 6 (JSON) with its data in it, to be drawn or changed by others: names at full length, values as published beside the numbers.",
    },
    SVG: {
      description:
        "A drawing without loss, for papers and pages. Its texts are outlines, so that it looks the same without the font; its title and description are text.",
    },
    PNG: { description: "A picture of dots, of the resolution asked for." },
  },
});

export enum FigureTheme {
  LIGHT = "LIGHT",
  DARK = "DARK",
}

registerEnumType(FigureTheme, {
  name: "FigureTheme",
  description: "The colours of a figure. Those of marks can be told apart by the colour-blind in both.",
  valuesConfig: {
    LIGHT: { description: "Dark on white, for print." },
    DARK: { description: "Light on dark, for screens." },
  },
});

/** How a figure is to be drawn. */
export interface FigureStyle {
  /** In millimetres. */
  width: number;
  theme: FigureTheme;
  /** Dots per inch of a PNG. */
  dpi: number;
}
