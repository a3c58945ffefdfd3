import path from "node:path";
import type { Font } from "fontkit";

const FOLDER = path.join(path.dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf");

/** The files of the font that figures are written in. */
export const FONT_FILES = {
  normal: path.join(FOLDER, "DejaVuSansCondensed.ttf"),
  bold: path.join(FOLDER, "DejaVuSansCondensed-Bold.ttf"),
};

export type Weight = keyof typeof FONT_FILES;

const fonts = new Map<Weight, Font>();

/** Read when first asked for: it takes a while, and only whoever draws needs it. */
export function fontOf(weight: Weight): Font {
  let font = fonts.get(weight);
  if (!font) {
    const { openSync } = require("fontkit") as typeof import("fontkit");
    font = openSync(FONT_FILES[weight]) as Font;
    fonts.set(weight, font);
  }
  return font;
}

/** Whether the font has all letters of a text. */
export function canWrite(text: string): boolean {
  const font = fontOf("normal");
  return [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) as number));
}
