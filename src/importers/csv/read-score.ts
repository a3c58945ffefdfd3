import { type Decimal, type DecimalStyle, readDecimal, scaleDecimal } from "../input/decimal";
import type { NamedMetric, NamedScore } from "../named-result";

/** What a cell says in the metric's unit, and what is wrong with it if it says nothing. */
export type ReadScore = Pick<NamedScore, "reported" | "value" | "uncertainty"> & { fault?: string };

/** Reads the text of a cell; null for one without a value. */
export function readScore(
  text: string | null,
  metric: NamedMetric,
  style: DecimalStyle,
  shift: number,
): ReadScore {
  if (text === null) return { reported: null, value: null };
  const decimal = readDecimal(text, style);
  const fault = decimal ? mismatch(decimal, metric, shift) : NO_NUMBER;
  if (!decimal || fault) return { reported: text, value: null, fault };
  const value = shift ? scaleDecimal(decimal.value, shift) : decimal.value;
  if (isOutside(value, metric)) return { reported: text, value: null, fault: range(value, metric) };
  return {
    reported: text,
    value,
    ...(decimal.uncertainty !== undefined && { uncertainty: scaleDecimal(decimal.uncertainty, shift) }),
  };
}

const NO_NUMBER =
  'is no number such as 70.0. If it stands for "no value", list it under "missing"; if a row has no values at all, see "skipRows"';

function mismatch({ unit, scaled }: Decimal, metric: NamedMetric, shift: number): string | undefined {
  if (unit && metric.unit !== unit)
    return `is in ${unit}, but the unit of "${metric.name}" is ${metric.unit ?? "not given"}`;
  if (unit && shift) return `is in ${unit} already, but the mapping scales the column to ${unit}`;
  if (scaled && shift) return "has a power of ten of its own, but the mapping scales the column";
  return undefined;
}

function range(value: string, { name, minimum = "any", maximum = "any" }: NamedMetric): string {
  return `gives ${value}, which is outside of what "${name}" can be, ${minimum} to ${maximum}. Is "scale" right?`;
}

function isOutside(value: string, { minimum, maximum }: NamedMetric): boolean {
  return (
    (minimum !== undefined && isLess(value, minimum)) || (maximum !== undefined && isLess(maximum, value))
  );
}

function isLess(one: string, other: string): boolean {
  const digits = Math.max(fractionDigits(one), fractionDigits(other));
  return BigInt(scaleDecimal(one, digits)) < BigInt(scaleDecimal(other, digits));
}

function fractionDigits(decimal: string): number {
  return decimal.includes(".") ? decimal.length - decimal.indexOf(".") - 1 : 0;
}
