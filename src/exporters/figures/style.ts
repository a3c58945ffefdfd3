import { type FigureStyle, FigureTheme } from "../../common/figure-format";

/** Vega counts in the pixels of CSS. */
export const PIXELS_PER_INCH = 96;
export const PIXELS_PER_MM = PIXELS_PER_INCH / 25.4;

/** Sizes of text in pixels: 6 to 8 points on paper. */
export const TEXT = { title: 10.5, label: 8.7, note: 8 };

export const LINE_HEIGHT = 1.3;

/** Between an axis and its numbers, and between these and its title. */
export const LABEL_PADDING = 3;
export const TITLE_PADDING = 5;

export const FONT = "DejaVu Sans Condensed";

/** The same font as a family of several widths has it. */
export const FAMILY = { name: "DejaVu Sans", stretch: "condensed" };

/** What stands in for it where a specification is drawn without it: nothing of these is wider. */
export const FONTS = `${FONT}, Verdana, Arial, sans-serif`;

export interface Colours {
  background: string;
  text: string;
  muted: string;
  grid: string;
  /** What the figure is about. */
  main: string;
  /** A second thing beside it. */
  second: string;
  /** What is only there to compare with. */
  field: string;
}

/** Colours of Okabe and Ito, which the colour-blind can tell apart, and greys: each with enough contrast to its ground. */
const COLOURS: Readonly<Record<FigureTheme, Colours>> = {
  [FigureTheme.LIGHT]: {
    background: "#ffffff",
    text: "#1a1a1a",
    muted: "#595959",
    grid: "#e3e3e3",
    main: "#0072b2",
    second: "#d55e00",
    field: "#8c8c8c",
  },
  [FigureTheme.DARK]: {
    background: "#14181f",
    text: "#ececec",
    muted: "#b4bac4",
    grid: "#323944",
    main: "#56b4e9",
    second: "#e69f00",
    field: "#808894",
  },
};

export const coloursOf = ({ theme }: FigureStyle): Colours => COLOURS[theme];

/** Space around everything, in pixels. */
export const PADDING = 4;

/** The width that a figure has for its parts, in pixels. */
export function innerWidth({ width }: FigureStyle): number {
  return width * PIXELS_PER_MM - 2 * PADDING;
}
