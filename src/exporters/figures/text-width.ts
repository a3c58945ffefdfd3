import { BoundedMap } from "../../common/bounded-map";
import { canWrite, fontOf, type Weight } from "./font";

const ELLIPSIS = "…";

const MOST_REMEMBERED = 5_000;

const known = new BoundedMap<string, number>(MOST_REMEMBERED);

/** How wide a text is, in the unit of the size, as the font itself says it. */
export function textWidth(text: string, size: number, weight: Weight = "normal"): number {
  const key = `${weight}${text}`;
  let width = known.get(key);
  if (width === undefined) {
    width = widthInEms(text, weight);
    known.set(key, width, 1);
  }
  return width * size;
}

function widthInEms(text: string, weight: Weight): number {
  const font = fontOf(weight);
  if (canWrite(text)) return font.layout(text).advanceWidth / font.unitsPerEm;
  // Letters that it does not have, such as Chinese ones, come from another font, and are as wide as high at the most.
  return [...text].reduce((sum, letter) => sum + (canWrite(letter) ? widthInEms(letter, weight) : 1), 0);
}

/** A text on lines that are not wider than that; only a word that is wider itself is cut. */
export function wrapped(text: string, size: number, width: number, weight?: Weight): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = shortened(word, size, width, weight);
  }
  return [...lines, line];
}

/** As much of a text as fits, with an ellipsis where that is not all. */
export function shortened(text: string, size: number, width: number, weight?: Weight): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  let [fits, over] = [0, letters.length];
  while (fits + 1 < over) {
    const middle = Math.floor((fits + over) / 2);
    const isNarrow = textWidth(letters.slice(0, middle).join("") + ELLIPSIS, size, weight) <= width;
    [fits, over] = isNarrow ? [middle, over] : [fits, middle];
  }
  return letters.slice(0, fits).join("").trimEnd() + ELLIPSIS;
}
