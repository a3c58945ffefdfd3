import { readFileSync } from "node:fs";
import Ajv, { type ValidateFunction } from "ajv";
import type { Figure } from "../../../src/common/figure";
import { FigureTheme } from "../../../src/common/figure-format";
import { specOf } from "../../../src/exporters/figures/specs";
import { bars, FIGURES, STYLE, scatter, slopes, steps, strips } from "../../support/figures";

// biome-ignore lint/suspicious/noExplicitAny: specifications are looked at, not typed
const spec = (figure: Figure, style = {}): any =>
  JSON.parse(JSON.stringify(specOf(figure, { ...STYLE, ...style })));

/** All values of a specification with the way to them. */
function* within(part: unknown, way: string[] = []): Generator<{ way: string[]; value: unknown }> {
  yield { way, value: part };
  if (part === null || typeof part !== "object") return;
  for (const [key, value] of Object.entries(part)) yield* within(value, [...way, key]);
}

const rowsOf = (figure: Figure) =>
  [...within(spec(figure))].filter(({ way }) => way.at(-1) === "values" && way.at(-2) === "data");

/** What marks of a kind show, with the data that they are made of. */
function layer(figure: Figure, type: string) {
  const [view] = spec(figure).vconcat;
  // biome-ignore lint/suspicious/noExplicitAny: specifications are looked at, not typed
  const found = view.layer.find(({ mark }: any) => mark.type === type);
  return { ...found, rows: (found.data ?? view.data).values, shared: view.encoding };
}

describe("a specification", () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    const file = require.resolve("vega-lite/vega-lite-schema.json");
    const schema = JSON.parse(readFileSync(file, "utf8"));
    validate = new Ajv({ strict: false, validateFormats: false, allowUnionTypes: true }).compile(schema);
  });

  it.each(FIGURES.map((figure) => [figure.kind, figure] as const))(
    "of %s is one of Vega-Lite, in both themes and any width",
    (_, figure) => {
      for (const theme of Object.values(FigureTheme)) {
        for (const width of [60, 85, 180]) {
          validate(spec(figure, { theme, width }));
          expect(validate.errors).toBeNull();
        }
      }
      validate({ ...spec(figure), vconcat: 1 });
      expect(validate.errors).not.toBeNull();
    },
  );

  it("of nothing is one too", () => {
    const none: Figure[] = [
      { ...bars, bars: [] },
      { ...steps, steps: [], others: [] },
      { ...strips, groups: [], values: [] },
      { ...scatter, points: [] },
      { ...slopes, slopes: [] },
    ];
    for (const figure of none) {
      validate(spec(figure));
      expect(validate.errors).toBeNull();
    }
  });

  it("loads nothing, and has texts of the data only as values, as titles or as a description", () => {
    const hostile = "{signal: alert(1)} </svg><script> datum.x url(javascript:1) https://evil.example/x.png";
    const spoilt = (part: unknown): unknown => {
      if (typeof part === "string" && !/^\d{4}-/.test(part)) return hostile;
      if (Array.isArray(part)) return part.map(spoilt);
      if (part === null || typeof part !== "object") return part;
      return Object.fromEntries(
        Object.entries(part).map(([key, value]) => [key, key === "kind" ? value : spoilt(value)]),
      );
    };
    for (const figure of FIGURES) {
      const places = [...within(spec(spoilt(figure) as Figure))];
      expect(
        places.filter(({ way }) => /^(url|href|signal|expr|image|params|usermeta)$/.test(way.at(-1) ?? "")),
      ).toEqual([]);
      const parts = hostile.split(" ");
      const bearing = places.filter(
        ({ value }) =>
          typeof value === "string" && parts.some((each) => each.length > 8 && value.includes(each)),
      );
      expect(bearing.length).toBeGreaterThan(3);
      for (const { way } of bearing) {
        // The name of a colour's value is a value in a domain.
        expect(way.join(".")).toMatch(
          /^description$|(^|\.)title(\.text)?\.\d+$|\.values\.\d+\.\w+$|\.scale\.domain\.\d$/,
        );
      }
    }
  });
});

describe("bars", () => {
  it("begin at 0, are drawn in order, and keep the text of their values", () => {
    const { encoding, rows } = layer(bars, "bar");
    expect(encoding.x.scale.zero).toBe(true);
    const [from, to] = encoding.x.scale.domain;
    expect(from).toBeLessThanOrEqual(-9);
    expect(to).toBeGreaterThanOrEqual(90.5);
    const high = layer({ ...bars, bars: bars.bars.slice(0, 1) }, "bar");
    expect(high.encoding.x.scale.domain[0]).toBe(0);
    expect(rows).toMatchObject([
      { row: 0, place: "1", label: "First", value: 90.5, text: "90.50" },
      { row: 1, place: "2", label: "Second", value: 45.25, text: "45.25", from: 43.25, to: 47.25 },
      { row: 2, place: "3", label: "Third", value: -9, text: "-9" },
    ]);
    expect(rows[0]).not.toHaveProperty("from");
  });

  it("keep a long name in full beside the cut one", () => {
    const label = "A name that is much longer than anything that would fit beside a bar of a figure";
    const [row] = layer({ ...bars, bars: [{ ...bars.bars[0], label }] }, "bar").rows;
    expect(row.label).toBe(label);
    expect(row.name).toMatch(/^A name that.*…$/);
  });
});

describe("other figures", () => {
  it("need not begin at 0", () => {
    const { shared } = layer({ ...steps, others: [] }, "line");
    expect(shared.y.scale).toMatchObject({ zero: false });
    expect(shared.y.scale.domain[0]).toBeGreaterThan(0);
  });

  it("draw the line of steps up to the last day, and nothing of the others in it", () => {
    expect(
      layer(steps, "line").rows.map(({ day, value }: { day: string; value: number }) => [day, value]),
    ).toEqual([
      ["2018-01-01", 50],
      ["2019-06-01", 70],
      ["2020-12-31", 70],
    ]);
    expect(layer(steps, "point").rows).toEqual(steps.others);
  });

  it("draw each value of a group, hollow where it is not stated, and a box where there are enough", () => {
    const { rows, encoding } = layer(strips, "point");
    expect(rows.map(({ row, value }: { row: number; value: number }) => [row, value])).toEqual(
      strips.values?.map(({ group, value }) => [group, value]),
    );
    expect(rows.filter(({ basis }: { basis: string }) => basis === "inherited")).toMatchObject([
      { value: 30 },
    ]);
    expect(encoding.fill.scale.range[1]).toBe(spec(strips).background);
    expect(layer(strips, "bar").rows).toMatchObject([{ label: "Six", lowerQuartile: 20, upperQuartile: 50 }]);
    expect(layer(strips, "tick").rows).toMatchObject([{ label: "Six", median: 35 }]);
  });

  it("draw no values where they are too many", () => {
    const kinds = spec({ ...strips, values: null }).vconcat[0].layer;
    expect(kinds.map(({ mark }: { mark: { type: string } }) => mark.type)).not.toContain("point");
  });

  it("put the best place at the top, and tell rising from falling lines", () => {
    const { rows, shared } = layer(slopes, "rule");
    expect(shared.y.scale).toMatchObject({ domain: [1, 3], reverse: true });
    expect(rows.map(({ change }: { change: string }) => change)).toEqual(["worse", "better", "the same"]);
  });

  it("have nothing where nothing is known", () => {
    for (const { value } of FIGURES.flatMap(rowsOf)) expect(JSON.stringify(value)).not.toContain("null");
  });
});
