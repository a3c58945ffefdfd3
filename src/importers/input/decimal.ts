/** How a source writes numbers; as in English where nothing is said. */
export interface DecimalStyle {
  decimal?: "." | ",";
  /** What stands between groups of three digits; "" where nothing may. */
  thousands?: "," | "." | " " | "'" | "";
}

/** A number in exact decimals: digits with at most one point, a minus sign before them if need be. */
export interface Decimal {
  value: string;
  unit?: "%";
  /** In the same unit as the value. */
  uncertainty?: string;
  /** The text had a power of ten in it, such as 15.9M or 1e-3. */
  scaled?: true;
}

const POWERS: Record<string, number> = { k: 3, K: 3, M: 6, G: 9, B: 9, T: 12 };
const PLUS_MINUS = /±|\+\/-|\+-/;
const MINUS = /[-\u2212]/;
/** A typographer's spaces and apostrophe part thousands as the plain ones do. */
const SAME_AS: Record<string, string> = { " ": " \u00A0\u2009\u202F", "'": "'\u2019" };

/** So many characters no number has, and so many digits before or behind its point no store is asked to keep. */
const MAX_LENGTH = 250;
const MAX_DIGITS = 100;

/** The number that a text says, exactly; null where it says none, or anything else beside it. */
export function readDecimal(text: string, style: DecimalStyle = {}): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const [first, second, ...others] = text.split(PLUS_MINUS).map((part) => part.trim());
  const main = readNumber(first, style);
  if (!main || others.length) return null;
  const around = second === undefined ? null : readNumber(second, style);
  if (second !== undefined && (!around || /^[-+\u2212]/.test(second))) return null;
  // Of 15.9 ± 0.2M nobody knows what is meant.
  if (around && main.suffix !== around.suffix) return null;
  return {
    value: main.value,
    ...((main.percent || around?.percent) && { unit: "%" }),
    ...(around && { uncertainty: around.value }),
    ...((main.scaled || around?.scaled) && { scaled: true }),
  };
}

interface SimpleNumber {
  value: string;
  suffix?: string;
  percent: boolean;
  scaled: boolean;
}

const SHAPE = /^([-+\u2212]?)([\d.,'\u2019\s]*\d)(?:[eE]([-+\u2212]?\d{1,4})|\s?([kKMGBT]))?(\s?%)?$/;

function readNumber(text: string, style: DecimalStyle): SimpleNumber | null {
  const [, sign, digits, exponent, suffix, percent] = SHAPE.exec(text) ?? [];
  const plain = digits === undefined ? null : plainDigits(digits, style);
  if (!plain) return null;
  const power = suffix ? POWERS[suffix] : Number((exponent ?? "0").replace(MINUS, "-"));
  const value = scaleDecimal(plain, power);
  if (value.split(".").some((part) => part.length > MAX_DIGITS)) return null;
  const negative = MINUS.test(sign) && /[1-9]/.test(value);
  return {
    value: negative ? `-${value}` : value,
    suffix,
    percent: percent !== undefined,
    scaled: exponent !== undefined || suffix !== undefined,
  };
}

/** The digits with a point and nothing else; null where they are not written in the style. */
function plainDigits(text: string, { decimal = ".", thousands }: DecimalStyle): string | null {
  const [whole, fraction, ...others] = text.split(decimal);
  const separator = thousands ?? (decimal === "." ? "," : ".");
  const groups = separator ? whole.split(new RegExp(`[${SAME_AS[separator] ?? separator}]`)) : [whole];
  const grouped = groups.length > 1;
  if (
    grouped &&
    !(/^[1-9]\d{0,2}$/.test(groups[0]) && groups.slice(1).every((group) => /^\d{3}$/.test(group)))
  ) {
    return null;
  }
  const plain = `${groups.join("") || "0"}${fraction === undefined ? "" : `.${fraction}`}`;
  return others.length === 0 && /^\d+(\.\d+)?$/.test(plain) ? plain : null;
}

/**
 * Moves the point of an exact decimal to the right by a power of ten, to the left by a negative one. No digit is lost:
 * 0.9300 by 2 is 93.00.
 */
export function scaleDecimal(value: string, powerOfTen: number): string {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) throw new TypeError(`"${value}" is no decimal.`);
  const point = whole.length + powerOfTen;
  const digits = `${"0".repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(point, "0");
  const cut = Math.max(point, 1);
  const right = digits.slice(cut);
  return `${sign}${digits.slice(0, cut).replace(/^0+(?=\d)/, "")}${right && `.${right}`}`;
}
