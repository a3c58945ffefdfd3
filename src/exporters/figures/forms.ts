import { FigureFormat } from "../../common/figure-format";

/** What files of each format are. */
export const figureForms: Readonly<Record<FigureFormat, { extension: string; mediaType: string }>> = {
  [FigureFormat.VEGA_LITE]: { extension: "vl.json", mediaType: "application/vnd.vegalite.v6+json" },
  [FigureFormat.SVG]: { extension: "svg", mediaType: "image/svg+xml" },
  [FigureFormat.PNG]: { extension: "png", mediaType: "image/png" },
};
