import type { DatedValue } from "../../common/figure";
import type { FigureStyle } from "../../common/figure-format";
import { type Json, plotWidth, type Sides, textAt } from "./frame";
import { numbersAt, numberWidths, partsOf } from "./number-columns";
import { coloursOf, innerWidth, LINE_HEIGHT, TEXT } from "./style";
import { shortened, textWidth } from "./text-width";

const GAP = 7;

type Numbered = DatedValue & { number: string };

/** What the numbers of steps mean: day, value and name of each. */
export function stepsKey(values: readonly Numbered[], style: FigureStyle, sides: Sides): Json {
  const { main, muted } = coloursOf(style);
  const width = (of: (value: Numbered) => string) =>
    Math.max(...values.map((value) => textWidth(of(value), TEXT.note)));
  // Numbers are bold, and wider for it.
  const numberEnd = width(({ number }) => number) * 1.15;
  const dayEnd = numberEnd + GAP + width(({ day }) => day);
  const numbers = numberWidths(
    values.map(({ text }) => text),
    TEXT.note,
  );
  const point = dayEnd + GAP + numbers.whole;
  const name = point + numbers.fraction + GAP;
  const rows = values.map(({ number, day, text, label }, row) => ({
    row,
    number,
    day,
    text,
    ...partsOf(text),
    label,
    name: shortened(label, TEXT.note, innerWidth(style) - name),
  }));
  const column = (end: number, field: string, mark: Json) =>
    textAt(end - sides.left, field, { fontSize: TEXT.note, ...mark });
  return {
    width: plotWidth(style, sides),
    height: rows.length * TEXT.note * LINE_HEIGHT,
    data: { values: rows },
    encoding: { y: { field: "row", type: "ordinal", axis: null } },
    layer: [
      column(numberEnd, "number", { align: "right", fontWeight: "bold", color: main }),
      column(dayEnd, "day", { align: "right", color: muted }),
      ...numbersAt(point - sides.left, { fontSize: TEXT.note }),
      column(name, "name", { align: "left" }),
    ],
  };
}
