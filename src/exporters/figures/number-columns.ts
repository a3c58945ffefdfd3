import { type Json, textAt } from "./frame";
import { textWidth } from "./text-width";

/** A number as published in two parts, so that several can stand with their points below each other. */
export interface NumberParts {
  whole: string;
  fraction: string;
}

/** Takes the text of a number apart before its point; all of what is no such number is its first part. */
export function partsOf(text: string): NumberParts {
  const [, whole = text, fraction = ""] = /^([^.]*)(\.\d+)$/.exec(text) ?? [];
  return { whole, fraction };
}

/** How wide columns of numbers are in front of their points, and behind. */
export function numberWidths(texts: readonly string[], size: number): { whole: number; fraction: number } {
  const parts = texts.map(partsOf);
  const widest = (part: keyof NumberParts) =>
    Math.max(0, ...parts.map((each) => textWidth(each[part], size)));
  return { whole: widest("whole"), fraction: widest("fraction") };
}

/** Numbers with their points below each other at x. */
export function numbersAt(x: number, mark: Json = {}): Json[] {
  return [textAt(x, "whole", { ...mark, align: "right" }), textAt(x, "fraction", { ...mark, align: "left" })];
}
