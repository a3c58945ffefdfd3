import type { Figure } from "../../common/figure";
import { FigureFormat, type FigureStyle } from "../../common/figure-format";
import { accessible } from "./accessible";
import { cleaned, textsOf } from "./clean-text";
import { canWrite, FONT_FILES } from "./font";
import type { Json } from "./frame";
import { freePictures } from "./free-pictures";
import { withDensity } from "./png-density";
import { specOf } from "./specs";
import { coloursOf, FAMILY, FONTS, PIXELS_PER_INCH, PIXELS_PER_MM } from "./style";
import { textWidth } from "./text-width";

/** What is to be drawn. */
export interface Drawing {
  figure: Figure;
  format: FigureFormat;
  style: FigureStyle;
}

/** A figure, drawn. */
export interface Drawn {
  /** The specification or the SVG; null of a picture of dots. */
  text: string | null;
  /** The picture of dots; null of a text. */
  data: Uint8Array | null;
  /** How large it is, in millimetres. */
  width: number;
  height: number;
}

interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
}

/** Its types leave out by what it measures texts. */
interface TextMetrics {
  width: (item: TextItem, text: unknown) => number;
}

/** Vega as a program: without a browser, its texts measured by the font itself. */
async function vega() {
  const library = await import("vega");
  const { textMetrics } = library as unknown as { textMetrics: TextMetrics };
  textMetrics.width = (item: TextItem, text: unknown) =>
    textWidth(String(text ?? ""), item.fontSize ?? 11, item.fontWeight === "bold" ? "bold" : "normal");
  return library;
}

/** Draws a specification with texts as text. Nothing is loaded from anywhere, whatever it says. */
export async function lettered(spec: Json): Promise<string> {
  const [{ parse, View, loader }, { compile }] = await Promise.all([vega(), import("vega-lite")]);
  const nothing = loader();
  nothing.load = () => Promise.reject(new Error("Figures load nothing."));
  const { spec: compiled } = compile(spec as never, { logger: quiet() });
  const view = new View(parse(compiled), { renderer: "none", loader: nothing });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

function quiet() {
  const logger = {
    level: () => logger,
    error: () => logger,
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger as never;
}

/** Draws a figure. Takes a while and much of a processor: it is meant for a thread of its own. */
export async function draw({ figure: given, format, style }: Drawing): Promise<Drawn> {
  const figure = cleaned(given);
  const spec = specOf(figure, style);
  const svg = await lettered(spec);
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  // Vega rounds up to whole pixels, and letters reach over: a hundredth less makes it exactly as wide as was asked for.
  const scale = (style.width * PIXELS_PER_MM) / Number(width);
  const size = { width: style.width, height: (Number(height) * scale) / PIXELS_PER_MM };
  if (format === FigureFormat.VEGA_LITE) {
    return { text: `${JSON.stringify(spec, null, 1)}\n`, data: null, ...size };
  }
  const { Resvg } = await import("@resvg/resvg-js");
  // By its own name it is not found: of all fonts of a machine, another one would then be taken.
  const inFamily = `font-family="${FAMILY.name}" font-stretch="${FAMILY.stretch}"`;
  const picture = new Resvg(svg.replaceAll(`font-family="${FONTS}"`, inFamily), {
    fitTo: { mode: "zoom", value: (style.dpi / PIXELS_PER_INCH) * scale },
    background: coloursOf(style).background,
    font: {
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: FAMILY.name,
      // Only letters that the font does not have are left to the fonts of the machine.
      loadSystemFonts: !textsOf(figure).every(canWrite),
    },
    logLevel: "off",
  });
  if (format === FigureFormat.SVG) {
    return { text: accessible(picture.toString(), figure, size), data: null, ...size };
  }
  const data = withDensity(picture.render().asPng(), style.dpi);
  setImmediate(freePictures);
  return { text: null, data, ...size };
}
