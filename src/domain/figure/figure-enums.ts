import { registerEnumType } from "type-graphql";
import { FigureFormat, FigureTheme } from "../../common/figure-format";

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

registerEnumType(FigureTheme, {
  name: "FigureTheme",
  description: "The colours of a figure. Those of marks can be told apart by the colour-blind in both.",
  valuesConfig: {
    LIGHT: { description: "Dark on white, for print." },
    DARK: { description: "Light on dark, for screens." },
  },
});
