/** A number as published, with its unit: `91.763 %`. */
export function withUnit(reported: string | null, unit: string | null): string {
  if (reported === null) return "–";
  return unit ? `${reported} ${unit}` : reported;
}
