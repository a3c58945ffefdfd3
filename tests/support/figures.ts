import { Piscina } from "piscina";
import type {
  BarsFigure,
  Figure,
  ScatterFigure,
  SlopesFigure,
  StepsFigure,
  StripsFigure,
} from "../../src/common/figure";
import { type FigureStyle, FigureTheme } from "../../src/common/figure-format";
import { threadFile } from "./thread-file";

export const STYLE: FigureStyle = { width: 85, theme: FigureTheme.LIGHT, dpi: 96 };

const FRAME = {
  name: "Board",
  title: "Board, Set",
  description: "What it shows.",
  notes: ["A note.", "Another one."],
};
const AXIS = { title: "Accuracy (%)", better: "higher" } as const;

export const bars: BarsFigure = {
  ...FRAME,
  kind: "bars",
  axis: AXIS,
  bars: [
    { place: "1", label: "First", value: 90.5, text: "90.50", uncertainty: null },
    { place: "2", label: "Second", value: 45.25, text: "45.25", uncertainty: 2 },
    { place: "3", label: "Third", value: -9, text: "-9", uncertainty: null },
  ],
};

export const steps: StepsFigure = {
  ...FRAME,
  kind: "steps",
  axis: AXIS,
  until: "2020-12-31",
  named: 2,
  steps: [
    { day: "2018-01-01", label: "First", value: 50, text: "50.0" },
    { day: "2019-06-01", label: "Second", value: 70, text: "70" },
  ],
  others: [{ day: "2018-06-01", label: "Other", value: 40, text: "40" }],
};

export const strips: StripsFigure = {
  ...FRAME,
  kind: "strips",
  axis: AXIS,
  unstatedLabel: "inherited",
  groups: [
    {
      label: "Six",
      count: 6,
      isUnknown: false,
      min: 10,
      lowerQuartile: 20,
      median: 35,
      upperQuartile: 50,
      max: 60,
    },
    {
      label: "Unknown",
      count: 2,
      isUnknown: true,
      min: 30,
      lowerQuartile: 35,
      median: 40,
      upperQuartile: 45,
      max: 50,
    },
  ],
  values: [10, 20, 30, 40, 50, 60, 30, 50].map((value, i) => ({
    group: i < 6 ? 0 : 1,
    value,
    text: String(value),
    label: `Row ${i}`,
    isStated: i !== 2,
  })),
};

export const scatter: ScatterFigure = {
  ...FRAME,
  kind: "scatter",
  x: AXIS,
  y: { title: "Error", better: "lower" },
  points: [
    { label: "One", x: 10, y: 1, xText: "10.0", yText: "1" },
    { label: "Two", x: 90, y: 0.2, xText: "90", yText: "0.20" },
  ],
};

export const slopes: SlopesFigure = {
  ...FRAME,
  kind: "slopes",
  from: "Set 1",
  to: "Set 2",
  slopes: [
    { label: "Falls", from: 1, to: 3 },
    { label: "Rises", from: 3, to: 1 },
    { label: "Stays", from: 2, to: 2 },
  ],
};

export const FIGURES: readonly Figure[] = [bars, steps, strips, scatter, slopes];

let threads: Piscina | undefined;

/** The drawing of a figure before its texts become outlines, so that they can be read. */
export function letteredFigure(figure: Figure, style: FigureStyle = STYLE): Promise<string> {
  threads ??= new Piscina({ filename: threadFile, maxThreads: 1 });
  return threads.run({ figure, style }, { name: "letteredFigure" });
}

/** Ends what `letteredFigure` began. */
export async function endLettering(): Promise<void> {
  await threads?.destroy();
  threads = undefined;
}

/** Where the texts of a drawing stand, in its pixels, by what they say. */
export function textsIn(svg: string): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  const offsets: { x: number; y: number }[] = [];
  const tags = /<(\/?)(g|text|tspan)\b([^>]*?)(\/?)>([^<]*)/g;
  for (const [, closing, tag, attributes, alone, content] of svg.matchAll(tags)) {
    if (closing) {
      if (tag !== "tspan") offsets.pop();
      continue;
    }
    const [, x = "0", y = "0"] = /transform="translate\(([-\d.e]+),([-\d.e]+)\)/.exec(attributes) ?? [];
    if (tag !== "tspan" && !alone) offsets.push({ x: Number(x), y: Number(y) });
    if (content) {
      const sum = (axis: "x" | "y") => offsets.reduce((all, offset) => all + offset[axis], 0);
      places.set(content, { x: sum("x"), y: sum("y") });
    }
  }
  return places;
}
