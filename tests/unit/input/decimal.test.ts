import { type DecimalStyle, readDecimal, scaleDecimal } from "../../../src/importers/input/decimal";
import { randomNumbers } from "./random";

const ENGLISH: [string, object][] = [
  ["98.48", { value: "98.48" }],
  ["98.48%", { value: "98.48", unit: "%" }],
  ["98.48 %", { value: "98.48", unit: "%" }],
  [" 0.9300\t", { value: "0.9300" }],
  [".931", { value: "0.931" }],
  ["-.5", { value: "-0.5" }],
  ["-3", { value: "-3" }],
  ["\u22123", { value: "-3" }],
  ["+2", { value: "2" }],
  ["007", { value: "7" }],
  ["-0.00", { value: "0.00" }],
  ["0.9390000000000001", { value: "0.9390000000000001" }],
  ["1,014.45", { value: "1014.45" }],
  ["1,014", { value: "1014" }],
  ["12,345,678", { value: "12345678" }],
  ["2.42±0.01", { value: "2.42", uncertainty: "0.01" }],
  ["0.8428 ± 0.0014", { value: "0.8428", uncertainty: "0.0014" }],
  ["0.93 +/- 0.01", { value: "0.93", uncertainty: "0.01" }],
  ["93.1% ± 0.2%", { value: "93.1", unit: "%", uncertainty: "0.2" }],
  ["93.1 ± 0.2%", { value: "93.1", unit: "%", uncertainty: "0.2" }],
  ["93.1% ± .2", { value: "93.1", unit: "%", uncertainty: "0.2" }],
  ["15.9M", { value: "15900000", scaled: true }],
  ["25.56 M", { value: "25560000", scaled: true }],
  ["4.09G", { value: "4090000000", scaled: true }],
  ["25k", { value: "25000", scaled: true }],
  ["25K", { value: "25000", scaled: true }],
  ["1.2B", { value: "1200000000", scaled: true }],
  ["2T", { value: "2000000000000", scaled: true }],
  ["0.12345k", { value: "123.45", scaled: true }],
  ["1e-3", { value: "0.001", scaled: true }],
  ["5.2E3", { value: "5200", scaled: true }],
  ["-1.50e+1", { value: "-15.0", scaled: true }],
  ["5e\u22122", { value: "0.05", scaled: true }],
  ["5.2M ± 0.1M", { value: "5200000", uncertainty: "100000", scaled: true }],
  ["5.2e3±10", { value: "5200", uncertainty: "10", scaled: true }],
];

const NONE = [
  ...[
    "",
    " ",
    "-",
    "n/a",
    "x5",
    "5x",
    "%",
    ".",
    "5.",
    "1.2.3",
    "1..2",
    "--3",
    "+-3",
    "- 3",
    "3-",
    "1 2",
    "5 m",
  ],
  ...[
    "1,01",
    "1,0145",
    "0,931",
    "01,014",
    ",5",
    "1,014,",
    "1,,014",
    "1,014.4,5",
    "1.014,45",
    "1.5,000",
    "1 014",
  ],
  ...[
    "0x1F",
    "1e",
    "e5",
    "1e5.5",
    "1e99999",
    "5Mk",
    "5kM",
    "1_000",
    "NaN",
    ".nan",
    "Infinity",
    "-.inf",
    "true",
  ],
  ...[
    "１２",
    "٣",
    "½",
    "²",
    "1/2",
    "5±",
    "±5",
    "5±-1",
    "5±1±1",
    "5 ± x",
    "15.9M ± 0.2",
    "15.9 ± 0.2M",
    "5%%",
    "%5",
  ],
  ...[
    "5-6",
    "~5",
    "<5",
    "$5",
    "5*",
    "5 (0.1)",
    "5\0",
    "5\u202E",
    "1e200",
    "1e-200",
    "9".repeat(101),
    "1".repeat(1e6),
  ],
];

describe("a number as English writes it", () => {
  it.each(ENGLISH)("%j is read exactly", (text, decimal) => {
    expect(readDecimal(text)).toEqual(decimal);
  });

  it.each(NONE)("is not %j", (text) => {
    expect(readDecimal(text)).toBeNull();
  });
});

describe("a number in another style", () => {
  it.each<[string, DecimalStyle, string | null]>([
    ["1.014,45", { decimal: "," }, "1014.45"],
    ["0,931", { decimal: "," }, "0.931"],
    [",5", { decimal: "," }, "0.5"],
    ["1.014", { decimal: "," }, "1014"],
    ["1.01", { decimal: "," }, null],
    ["1,014.45", { decimal: "," }, null],
    ["1 014,45", { decimal: ",", thousands: " " }, "1014.45"],
    ["1\u00A0014\u202F000,5", { decimal: ",", thousands: " " }, "1014000.5"],
    ["1'014.45", { thousands: "'" }, "1014.45"],
    ["1\u2019014", { thousands: "'" }, "1014"],
    ["1,014", { thousands: "'" }, null],
    ["1,014", { thousands: "" }, null],
    ["1014.45", { thousands: "" }, "1014.45"],
  ])("%j by %j is %j", (text, style, value) => {
    expect(readDecimal(text, style)?.value ?? null).toBe(value);
  });
});

describe("any decimal", () => {
  const random = randomNumbers(11);
  const digits = (count: number) => Array.from({ length: count }, () => random(10)).join("");
  const some = () => {
    const whole = `${1 + random(9)}${digits(random(25))}`;
    const fraction = digits(random(25));
    return { sign: random(2) ? "-" : "", whole: random(4) ? whole : "0", fraction };
  };

  /** The same number as a whole one and a power of ten, which is exact whatever its size. */
  const exact = (value: string): { whole: bigint; places: number } => {
    const [whole, fraction = ""] = value.split(".");
    return { whole: BigInt(whole + fraction), places: fraction.length };
  };
  const same = (a: string, b: string, powerOfTen = 0): boolean => {
    const [x, y] = [exact(a), exact(b)];
    const shift = y.places - x.places + powerOfTen;
    return shift >= 0
      ? x.whole * 10n ** BigInt(shift) === y.whole
      : x.whole === y.whole * 10n ** BigInt(-shift);
  };

  it("is read back as it was written, with thousands, percent and uncertainty or without", () => {
    for (let round = 0; round < 3000; round += 1) {
      const { sign, whole, fraction } = some();
      const plain = `${whole}${fraction && `.${fraction}`}`;
      const value = /[1-9]/.test(plain) ? sign + plain : plain;
      expect(readDecimal(sign + plain)).toEqual({ value });
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
      expect(readDecimal(`${sign}${grouped}${fraction && `.${fraction}`} ± ${plain} %`)).toEqual({
        value,
        unit: "%",
        uncertainty: plain,
      });
    }
  });

  it("keeps its value and its digits when its point moves, there and back", () => {
    for (let round = 0; round < 3000; round += 1) {
      const { sign, whole, fraction } = some();
      const value = `${sign}${whole}${fraction && `.${fraction}`}`;
      const power = random(61) - 30;
      const scaled = scaleDecimal(value, power);
      expect(scaled).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
      expect([value, power, same(value, scaled, power)]).toEqual([value, power, true]);
      expect(same(scaleDecimal(scaled, -power), value)).toBe(true);
      expect((scaled.split(".")[1] ?? "").length).toBe(Math.max(0, fraction.length - power));
      const read = readDecimal(`${value}e${power}`);
      expect([value, read?.scaled, same(read?.value ?? "0", scaled)]).toEqual([value, true, true]);
    }
  });

  it("is none, or exact, for any text of its characters", () => {
    const characters = [..."0123456789.,-+%±eEkM ' \u2212"];
    let read = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: 1 + random(7) }, () => characters[random(characters.length)]).join(
        "",
      );
      const decimal = readDecimal(text);
      if (!decimal) continue;
      read += 1;
      expect([text, decimal.value]).toEqual([text, expect.stringMatching(/^-?(0|[1-9]\d*)(\.\d+)?$/)]);
      expect(decimal.uncertainty ?? "0").toMatch(/^(0|[1-9]\d*)(\.\d+)?$/);
      if (/^[\d.]+$/.test(text)) expect(Number(decimal.value)).toBe(Number(text));
    }
    expect(read).toBeGreaterThan(500);
  });

  it.each(["", "a", "1e5", "+1", ".5", "1.", "1,000", "--1"])(
    "is not %j, when a point is to be moved",
    (text) => {
      expect(() => scaleDecimal(text, 1)).toThrow(TypeError);
    },
  );
});
