import { roundRange } from "../../../src/exporters/figures/axes";
import { lanesOf } from "../../../src/exporters/figures/lanes";
import { partsOf } from "../../../src/exporters/figures/number-columns";
import { placeNumbers } from "../../../src/exporters/figures/numbers";
import { spreadOut } from "../../../src/exporters/figures/spread-out";
import { shortened, textWidth, wrapped } from "../../../src/exporters/figures/text-width";
import { timeRange } from "../../../src/exporters/figures/time-range";

describe("texts", () => {
  it("are as wide as the font says", () => {
    expect(textWidth("iii", 10)).toBeLessThan(textWidth("MMM", 10) / 2);
    expect(textWidth("abc", 20)).toBeCloseTo(2 * textWidth("abc", 10));
    expect(textWidth("abc", 10, "bold")).toBeGreaterThan(textWidth("abc", 10));
    // The font has none of these: they are as wide as high.
    expect(textWidth("中文", 10)).toBe(20);
  });

  it("go on a new line where they are too wide, and lose nothing", () => {
    const text = "Equals share the best place and leave a gap: 1, 2, 2, 4.";
    const lines = wrapped(text, 8, 100);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(100);
  });

  it("are cut with an ellipsis, never within a letter", () => {
    expect(shortened("short", 8, 100)).toBe("short");
    const cut = shortened("😀".repeat(50), 8, 100);
    expect(cut).toMatch(/^(😀)+…$/u);
    expect(textWidth(cut, 8)).toBeLessThanOrEqual(100);
    expect(wrapped("x".repeat(500), 8, 100)).toEqual([expect.stringMatching(/^x+…$/)]);
  });
});

describe("axes", () => {
  it.each([
    [[7.5, 77.9], 4, false, [0, 80]],
    [[57, 78], 4, true, [0, 80]],
    [[0.991, 0.998], 4, false, [0.99, 0.998]],
    [[-5, -1], 4, true, [-6, 0]],
    [[50], 4, false, [40, 60]],
    [[], 4, false, [0, 1]],
    [[1e9, 5e9], 4, false, [1e9, 5e9]],
  ])("of %j have round ends", (values, most, withZero, [from, to]) => {
    const { domain, ticks } = roundRange(values, most, withZero);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(domain[0]);
      expect(value).toBeLessThanOrEqual(domain[1]);
    }
    expect(ticks.length).toBeLessThanOrEqual(most + 2);
    if (values.length !== 1) expect(domain).toEqual([from, to]);
  });

  it("of time have their ticks at beginnings of months or years, which they name no finer", () => {
    const months = timeRange(["2018-01-15", "2018-12-01"], 300);
    expect(months.format).toBe("%Y-%m");
    for (const tick of months.ticks) expect(new Date(tick).toISOString()).toMatch(/-01T00:00:00.000Z$/);
    const years = timeRange(["2008-01-15", "2018-12-01"], 300);
    expect(years.format).toBe("%Y");
    expect(years.ticks.map((tick) => new Date(tick).toISOString().slice(0, 10))).toContain("2010-01-01");
    expect(timeRange(["2018-01-15"], 300).ticks.length).toBeLessThan(3);
  });
});

describe("what would overlap", () => {
  it("is spread out in order, within its range, and else stays where it is", () => {
    expect(spreadOut([10, 50, 90], 10, [0, 100])).toEqual([10, 50, 90]);
    expect(spreadOut([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
    expect(spreadOut([0, 1, 100, 99], 10, [0, 100])).toEqual([0, 10, 100, 90]);
    const many = spreadOut(
      Array.from({ length: 10 }, () => 3),
      10,
      [0, 100],
    );
    expect(many).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });

  it("stands in lanes beside each other", () => {
    expect(lanesOf([0, 10, 20], 5, 2)).toEqual([0, 0, 0]);
    expect(lanesOf([0, 1, 2, 30], 5, 2)).toEqual([0, 1, -1, 0]);
    expect(lanesOf([0, 0, 0, 0], 5, 1)).toEqual([0, 1, -1, 0]);
  });

  it("has no number, where there is no room for it", () => {
    const plot = { width: 200, height: 100 };
    const [alone] = placeNumbers([{ x: 100, y: 50 }], ["1"], plot);
    expect(alone).toEqual({ dx: -7, dy: -7 });
    const crowd = placeNumbers(
      Array.from({ length: 30 }, () => ({ x: 100, y: 50 })),
      Array.from({ length: 30 }, (_, i) => String(i + 1)),
      plot,
    );
    expect(crowd.filter(({ dx }) => dx !== null).length).toBeLessThan(10);
    const placed = crowd.filter(({ dx }) => dx !== null).map(({ dx, dy }) => `${dx} ${dy}`);
    expect(new Set(placed).size).toBe(placed.length);
  });
});

test("numbers are taken apart at their point, and nothing else is", () => {
  expect(partsOf("70.0")).toEqual({ whole: "70", fraction: ".0" });
  expect(partsOf("70")).toEqual({ whole: "70", fraction: "" });
  expect(partsOf("1.2.3")).toEqual({ whole: "1.2.3", fraction: "" });
  expect(partsOf("7.1e-3")).toEqual({ whole: "7.1e-3", fraction: "" });
});
