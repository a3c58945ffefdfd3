// Threads that draw need these without all of GraphQL: how they are called there, stands with the figures of the domain.
export enum FigureFormat {
  VEGA_LITE = "VEGA_LITE",
  SVG = "SVG",
  PNG = "PNG",
}

export enum FigureTheme {
  LIGHT = "LIGHT",
  DARK = "DARK",
}

/** How a figure is to be drawn. */
export interface FigureStyle {
  /** In millimetres. */
  width: number;
  theme: FigureTheme;
  /** Dots per inch of a PNG. */
  dpi: number;
}
