/** Exact decimals as whole numbers of 10^-40: no floating point takes part in what tests expect. */

const DIGITS = 40;

/** Reads a decimal text such as `-70.00`. */
export function exact(text: string): bigint {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? fail(text);
  const units = BigInt(whole + fraction.padEnd(DIGITS, "0"));
  return sign ? -units : units;
}

/** The nearest floating-point number. */
export function toNumber(units: bigint): number {
  const text = String(units < 0n ? -units : units).padStart(DIGITS + 1, "0");
  return Number(`${units < 0n ? "-" : ""}${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`);
}

/** Larger, smaller or equal, as `sort` takes it. */
export function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/** The order of texts by code point; `<` would go by UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The order of texts that may be missing; those come last. */
export function missingLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byCodePoint(a, b);
}

function fail(text: string): never {
  throw new Error(`"${text}" is not a decimal.`);
}
