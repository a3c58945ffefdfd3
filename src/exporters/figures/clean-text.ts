import type { Figure } from "../../common/figure";
import { onOneLine } from "../tables/plain-text";

/** What XML has no place for, however it is written. */
const NONCHARACTERS = /[\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/gu;

function cleanText(text: string): string {
  return onOneLine(text.replace(NONCHARACTERS, ""));
}

/** All texts of a figure on one line each, without what cannot be drawn. */
export function cleaned<Part>(part: Part): Part {
  if (typeof part === "string") return cleanText(part) as Part;
  if (Array.isArray(part)) return part.map(cleaned) as Part;
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, cleaned(value)])) as Part;
}

/** All texts in a figure, as far as they are drawn. */
export function textsOf(part: Figure | unknown): string[] {
  if (typeof part === "string") return [part];
  if (part === null || typeof part !== "object") return [];
  return Object.values(part).flatMap(textsOf);
}
