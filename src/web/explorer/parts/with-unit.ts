/** A number as published, with its unit: `91.763 %`. */
export function withUnit(reported: string | null, unit: string | null): string {
  if (reported === null) return "–";
  return unit ? `${reported} ${unit}` : reported;
}

/** A difference of two numbers. Computed in binary, it has more digits than it can mean. */
export function differenceWithUnit(difference: number, unit: string | null): string {
  return withUnit(String(Number(difference.toPrecision(6))), unit === "%" ? "percentage points" : unit);
}
