import { isDeepStrictEqual } from "node:util";
import type { Json } from "../workloads/workload";

/**
 * Gives where two answers first differ, or null. The order of what is linked to one submission is left out of it, for
 * not every contestant is asked to sort that; the order of the page itself counts.
 */
export function firstDifference(expected: Json, given: Json): string | null {
  return difference(canonical(expected), canonical(given), "");
}

const LINK_LISTS = new Set([
  "organisations",
  "lossFunctions",
  "backbones",
  "trainingDatasets",
  "citedPapers",
  "scores",
]);

function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => {
        const inner = canonical(value[key]);
        return [key, LINK_LISTS.has(key) ? inner.sort(byText) : inner];
      }),
  );
}

function byText(a: Json, b: Json): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function difference(expected: Json, given: Json, place: string): string | null {
  if (isDeepStrictEqual(expected, given)) return null;
  const bothObjects = [expected, given].every((value) => value !== null && typeof value === "object");
  if (!bothObjects || Array.isArray(expected) !== Array.isArray(given)) {
    return `${place || "the answer"} is ${short(given)}, expected ${short(expected)}`;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(given)])) {
    const found = difference(expected[key], given[key], place ? `${place}.${key}` : key);
    if (found) return found;
  }
  return null;
}

function short(value: Json): string {
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
