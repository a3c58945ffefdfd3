import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Figure } from "../../common/figure";
import { FigureFormat, type FigureStyle, FigureTheme } from "../../common/figure-format";
import "./figure-enums";

@ObjectType("Figure", {
  description:
    "An answer as a figure for papers and pages. What is not known is not drawn, and never stands as 0.",
})
export class WrittenFigure {
  figure: Figure;

  style: FigureStyle;

  @Field(() => FigureFormat, { description: "How it is given." })
  format: FigureFormat;

  @Field({ description: "Its title: the one that was given, or what it shows." })
  title: string;

  @Field({
    description: "What it shows in words, for those who do not see it: the `alt` of a picture.",
  })
  description: string;

  @Field(() => [String], {
    description:
      "What must be known to read it: what the values are and which are better, the rule of ranks, the day, what was left out, the version of the data. They stand under the figure.",
  })
  notes: string[];
}

export enum RankChangeFigure {
  SLOPES = "SLOPES",
  SCATTER = "SCATTER",
}

registerEnumType(RankChangeFigure, {
  name: "RankChangeFigure",
  description: "How the values on two splits are drawn.",
  valuesConfig: {
    SLOPES: { description: "Places on both sides, joined by lines: at most 60 submissions." },
    SCATTER: { description: "The values on one side against those on the other one." },
  },
});

/** Widths in millimetres: from half a column to both columns of a page. */
const WIDTHS = { least: 60, most: 180, column: 85 };

const DPI = { least: 72, most: 600, print: 300 };

/** The bounds of what can be asked for. */
export const FIGURE_BOUNDS = { width: WIDTHS, dpi: DPI };

/** What every figure can be asked for. */
@ArgsType()
export class FigureArgs {
  @Field(() => FigureFormat, { description: "How to give it." })
  format: FigureFormat;

  @Field(() => Float, {
    defaultValue: WIDTHS.column,
    description: `Width in millimetres, ${WIDTHS.least} to ${WIDTHS.most}; ${WIDTHS.column} is one column of a paper. The height follows from what is drawn.`,
  })
  width: number;

  @Field(() => FigureTheme, { defaultValue: FigureTheme.LIGHT, description: "Its colours." })
  theme: FigureTheme;

  @Field(() => String, {
    nullable: true,
    description: "Title, up to 300 characters; what is shown when not given.",
  })
  title?: string | null;

  @Field(() => Int, {
    defaultValue: DPI.print,
    description: `Dots per inch of a PNG, ${DPI.least} to ${DPI.most}; it has 3,000 dots across at the most.`,
  })
  dpi: number;
}
