import { Resvg } from "@resvg/resvg-js";
import { Unavailable } from "../../../src/common/errors";
import type { Figure } from "../../../src/common/figure";
import { FigureFormat, FigureTheme } from "../../../src/common/figure-format";
import { drawn, endThreads } from "../../../src/exporters/figures/threads";
import {
  bars,
  endLettering,
  FIGURES,
  letteredFigure,
  STYLE,
  scatter,
  slopes,
  steps,
  strips,
  textsIn,
} from "../../support/figures";

afterAll(() => Promise.all([endThreads(), endLettering()]));

/** Throws for what is not well-formed. */
const parsed = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } });

async function svgOf(figure: Figure, style = {}): Promise<string> {
  const { text } = await drawn({ figure, format: FigureFormat.SVG, style: { ...STYLE, ...style } });
  return text as string;
}

const pngSize = (data: Uint8Array) => {
  const png = Buffer.from(data);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
};

describe("a drawing", () => {
  it.each(FIGURES.map((figure) => [figure.kind, figure] as const))(
    "of %s is a well-formed SVG of outlines, as wide as was asked for",
    async (_, figure) => {
      for (const width of [60, 85, 180]) {
        const svg = await svgOf(figure, { width });
        parsed(svg);
        expect(svg).not.toMatch(/<text|<image|<script|<style|<a[ >]|href|font-family/);
        const [, inRoot] = /^<svg role="img" aria-label="Board, Set" width="([\d.]+)mm"/.exec(svg) ?? [];
        expect(Number(inRoot)).toBe(width);
        expect(svg).toContain("<title>Board, Set</title><desc>What it shows.</desc>");
      }
    },
  );

  it.each(FIGURES.map((figure) => [figure.kind, figure] as const))(
    "of %s is a PNG of the resolution that was asked for, which it says itself",
    async (_, figure) => {
      for (const dpi of [96, 300]) {
        const { data, text, width, height } = await drawn({
          figure,
          format: FigureFormat.PNG,
          style: { ...STYLE, dpi },
        });
        expect(text).toBeNull();
        const size = pngSize(data as Uint8Array);
        expect(Math.abs(size.width - (width / 25.4) * dpi)).toBeLessThan(2);
        expect(Math.abs(size.height - (height / 25.4) * dpi)).toBeLessThan(2);
        const png = Buffer.from(data as Uint8Array);
        expect(png.readUInt32BE(png.indexOf("pHYs") + 4)).toBe(Math.round(dpi / 0.0254));
      }
    },
  );

  it("in the dark is on a dark ground", async () => {
    const ground = async (theme: FigureTheme) =>
      /fill="(#\w+)" stroke="none" d="M 0 0/.exec(await svgOf(bars, { theme }))?.[1];
    expect(await ground(FigureTheme.LIGHT)).toBe("#ffffff");
    expect(await ground(FigureTheme.DARK)).toBe("#14181f");
  });

  it("of nothing is one too", async () => {
    await svgOf({ ...bars, bars: [] });
    await svgOf({ ...steps, steps: [], others: [] });
    await svgOf({ ...strips, groups: [], values: [] });
    await svgOf({ ...scatter, points: [] });
    await svgOf({ ...slopes, slopes: [] });
  });
});

describe("in a drawing", () => {
  it("bars stand below each other in their order, with place, name and value on one line", async () => {
    const texts = textsIn(await letteredFigure(bars));
    const at = (text: string) => texts.get(text) as { x: number; y: number };
    expect(at("First").y).toBeLessThan(at("Second").y);
    expect(at("Second").y).toBeLessThan(at("Third").y);
    for (const [place, name, whole] of [
      ["1", "First", "90"],
      ["3", "Third", "-9"],
    ]) {
      expect(at(place).y).toBeCloseTo(at(name).y);
      expect(at(whole).y).toBeCloseTo(at(name).y);
      expect(at(place).x).toBeLessThan(at(name).x);
      expect(at(name).x).toBeLessThan(at(whole).x);
    }
    // Numbers end at one point, where their fractions begin.
    expect(at(".50").x).toBeCloseTo(at("90").x);
  });

  it("title, unit, notes and names can all be read, the notes below everything", async () => {
    for (const figure of FIGURES) {
      const texts = textsIn(await letteredFigure(figure));
      const lowest = Math.max(
        ...[...texts].filter(([text]) => !/note|Another/.test(text)).map(([, { y }]) => y),
      );
      expect([...texts.keys()].some((text) => text.startsWith("Board"))).toBe(true);
      if (figure.kind !== "slopes") expect([...texts.keys()].join(" ")).toContain("Accuracy (%)");
      const notes = [...texts].filter(([text]) => text === "A note.");
      expect(notes).toHaveLength(1);
      expect(notes[0][1].y).toBeGreaterThanOrEqual(lowest);
    }
  });

  it("steps have a key with day, value as published and name", async () => {
    const texts = textsIn(await letteredFigure(steps));
    for (const text of ["2018-01-01", "50", ".0", "First", "2019-06-01", "70", "Second"]) {
      expect([...texts.keys()]).toContain(text);
    }
    expect([...texts.keys()]).not.toContain("Other");
  });

  it("the better place is the higher one, on both sides", async () => {
    const texts = textsIn(await letteredFigure(slopes));
    const at = (text: string) => texts.get(text)?.y as number;
    expect(at("1  Falls")).toBeLessThan(at("2  Stays"));
    expect(at("2  Stays")).toBeLessThan(at("3  Rises"));
    expect(at("1  Rises")).toBeLessThan(at("3  Falls"));
  });
});

test("letters that the font does not have change nothing of the others", async () => {
  const lastPath = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].at(-1)?.[1];
  const [first, ...rest] = bars.bars;
  const plain = await svgOf(bars);
  const withOthers = await svgOf({ ...bars, bars: [first, { ...rest[0], label: "中文" }, rest[1]] });
  // The title is what is drawn last.
  expect(lastPath(withOthers)).toBe(lastPath(plain));
  expect(lastPath(plain)?.length).toBeGreaterThan(500);
});

describe("names that try more than to be read", () => {
  const hostile = [
    "</text></svg><script>alert(1)</script>",
    '"><image href="https://evil.example/x.png"/>',
    "{signal: 'width'} datum.value",
    "javascript:alert(1) & <b> ]]> <!-- &amp; &#0;",
    "line\nbreak\ttab \u0000\u0001\u001b\u007f\ud800 \ufffe\uffff",
    "العربية עברית 中文 日本語 ไทย 😀 e\u0301 \u202eright to left",
    "",
    "x".repeat(20_000),
  ];

  it.each([FigureFormat.SVG, FigureFormat.PNG, FigureFormat.VEGA_LITE])(
    "are only read: %s",
    async (format) => {
      const rows = hostile.map((label, i) => ({ ...bars.bars[0], label, place: String(i + 1) }));
      const title = hostile.slice(0, 5).join(" ");
      const figure: Figure = { ...bars, bars: rows, title, description: title, notes: hostile };
      const { text, data } = await drawn({ figure, format, style: STYLE });
      if (format === FigureFormat.PNG) expect(pngSize(data as Uint8Array).width).toBeGreaterThan(300);
      if (format === FigureFormat.SVG) {
        parsed(text as string);
        expect(text).not.toMatch(/<script|<image|<text/);
      }
      if (format === FigureFormat.VEGA_LITE) {
        const [view] = JSON.parse(text as string).vconcat;
        const labels = view.data.values.map(({ label }: { label: string }) => label);
        expect(labels.slice(0, 4)).toEqual(hostile.slice(0, 4));
        expect(labels[4]).toBe("line break tab");
        expect(labels[7]).toBe(hostile[7]);
      }
    },
  );
});

test("more drawings than can wait are refused, and told to come again", async () => {
  const asked = Array.from({ length: 45 }, () =>
    drawn({ figure: scatter, format: FigureFormat.VEGA_LITE, style: STYLE }).then(
      () => null,
      (error: unknown) => error,
    ),
  );
  const errors = (await Promise.all(asked)).filter((error) => error !== null);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThan(45);
  for (const error of errors) expect(error).toBeInstanceOf(Unavailable);
  expect((errors[0] as Error).message).toContain("Too many figures");
});
