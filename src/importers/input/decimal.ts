/** How a source writes numbers; an English text when nothing is said. */
export interface DecimalStyle {
  decimal?: "." | ",";
  /** What stands between groups of three digits; "" where there are no groups. */
  thousands?: "," | "." | " " | "'" | "";
}

/** A number as exact decimals: digits with at most one point, and a minus sign if need be. */
export interface Decimal {
  value: string;
  unit?: "%";
  uncertainty?: string;
  /** The text had a power of ten in it: 15.9M, 1e-3. */
  scaled?: true;
}

const POWERS: Record<string, number> = { k: 3, K: 3, M: 6, G: 9, B: 9, T: 12 };
const PLUS_MINUS = /±|\+\/-|\+-/;

/** The number that a text says, exactly; null where it says none, or more than that. */
export function readDecimal(text: string, style: DecimalStyle = {}): Decimal | null {
  const [first, second, ...others] = text.trim().split(PLUS_MINUS);
  if (others.length) return null;
  const value = readPart(first.trim(), style);
  if (second === undefined || !value) return value;
  const uncertainty = readPart(second.trim(), style);
  if (!uncertainty || /^\s*[-+\u2212]/.test(second)) return null;
  return {
    ...value,
    ...uncertainty,
    value: value.value,
    uncertainty: uncertainty.value,
  };
}

function readPart(
  text: string,
  { decimal = ".", thousands = decimal === "." ? "," : "." }: DecimalStyle,
): Decimal | null {
  const match = /^([-+\u2212]?)([\d.,' \u00A0]*\d)(?:[eE]([-+]?\d{1,3})| ?([kKMGBT]))?( ?%)?$/.exec(text);
  if (!match) return null;
  const [, sign, digits, exponent, suffix, percent] = match;
  const point = digits.lastIndexOf(decimal);
  const whole = point === -1 ? digits : digits.slice(0, point);
  const fraction = point === -1 ? "" : digits.slice(point + 1);
  const groups = thousands ? whole.split(thousands) : [whole];
  const grouped = groups.length > 1;
  if (grouped && !(/^\d{1,3}$/.test(groups[0]) && groups.slice(1).every((group) => /^\d{3}$/.test(group))))
    return null;
  if (!/^\d*$/.test(groups.join("")) || !/^\d*$/.test(fraction)) return null;
  const plain = `${sign === "" || sign === "+" ? "" : "-"}${groups.join("") || "0"}${fraction && `.${fraction}`}`;
  const power = exponent ? Number(exponent) : suffix ? POWERS[suffix] : undefined;
  return {
    value: power === undefined ? plain : scaleDecimal(plain, power),
    ...(percent && { unit: "%" as const }),
    ...(power !== undefined && { scaled: true as const }),
  };
}

/** Moves the point of an exact decimal to the right, or to the left by a negative power of ten. */
export function scaleDecimal(value: string, powerOfTen: number): string {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) throw new TypeError(`"${value}" is no decimal.`);
  const point = whole.length + powerOfTen;
  const digits = `${"0".repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(Math.max(point, 0), "0");
  const cut = Math.max(point, 1);
  const left = digits.slice(0, cut).replace(/^0+(?=\d)/, "");
  const right = digits.slice(cut);
  return `${sign}${left}${right && `.${right}`}`;
}
