/** A number as whole units of a power of ten. */
interface Units {
  units: bigint;
  /** How many digits stand behind the point. */
  scale: number;
}

const SHAPE = /^([-+]?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,4}))?$/;

/** Compares two decimals exactly, as `sort` takes it: `70.0` equals `70`. Throws for what is no decimal. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [unitsOf(a), unitsOf(b)];
  const scale = Math.max(left.scale, right.scale);
  const [x, y] = [unitsAt(left, scale), unitsAt(right, scale)];
  return x < y ? -1 : Number(x > y);
}

function unitsOf(text: string): Units {
  const [, sign, whole, fraction = "", exponent = "0"] = SHAPE.exec(text) ?? [];
  if (whole === undefined) throw new TypeError(`"${text}" is no decimal.`);
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length - Number(exponent) };
}

function unitsAt({ units, scale }: Units, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}
