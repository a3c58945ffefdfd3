import type { Better } from "./table";

/** What is measured along an axis, with its unit. */
export interface FigureAxis {
  title: string;
  /** Which values are better; null where nobody says it. */
  better: Better | null;
}

/** A value that is drawn: where, its text as published, and whose it is. */
export interface FigureValue {
  value: number;
  text: string;
  label: string;
}

interface FigureFrame {
  /** What files of it are called, but for their ending; written in any way. */
  name: string;
  title: string;
  /** What it shows, for those who do not see it. */
  description: string;
  /** What must be known to read it: the rule, the date, the revision. */
  notes: readonly string[];
}

/** Something that happened on a day, `YYYY-MM-DD`. */
export interface DatedValue extends FigureValue {
  day: string;
}

/** The best value over time, and all others behind it. */
export interface StepsFigure extends FigureFrame {
  kind: "steps";
  axis: FigureAxis;
  /** In order of time. */
  steps: readonly DatedValue[];
  /** So many of the last of them are named. */
  named: number;
  /** The day that the last step reaches to. */
  until: string;
  others: readonly DatedValue[];
}

export interface FigureBar extends FigureValue {
  /** Its place, such as `3`. */
  place: string;
  uncertainty: number | null;
}

/** A bar for each row, which begins at 0. */
export interface BarsFigure extends FigureFrame {
  kind: "bars";
  axis: FigureAxis;
  bars: readonly FigureBar[];
}

/** How the values of a group are spread. */
export interface FigureGroup {
  label: string;
  count: number;
  /** Whether it is that of what is not known. */
  isUnknown: boolean;
  min: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  max: number;
}

export interface GroupedValue extends FigureValue {
  /** Which of the groups it is in, from 0 on. */
  group: number;
  /** Whether it is stated that it belongs there. */
  isStated: boolean;
}

/** The values of groups, and how they are spread. */
export interface StripsFigure extends FigureFrame {
  kind: "strips";
  axis: FigureAxis;
  groups: readonly FigureGroup[];
  /** Null where they are too many to be drawn one by one. */
  values: readonly GroupedValue[] | null;
  /** What values are called that belong where they are by something less than a statement. */
  unstatedLabel: string;
}

/** What has a value on both sides. */
export interface PairedValues {
  label: string;
  x: number;
  y: number;
  xText: string;
  yText: string;
}

/** The values on one side against those on another one. */
export interface ScatterFigure extends FigureFrame {
  kind: "scatter";
  x: FigureAxis;
  y: FigureAxis;
  points: readonly PairedValues[];
}

export interface FigureSlope {
  label: string;
  from: number;
  to: number;
}

/** The places on one side, and those on another one. */
export interface SlopesFigure extends FigureFrame {
  kind: "slopes";
  from: string;
  to: string;
  slopes: readonly FigureSlope[];
}

/** A figure that can be drawn in any style. */
export type Figure = StepsFigure | BarsFigure | StripsFigure | ScatterFigure | SlopesFigure;
