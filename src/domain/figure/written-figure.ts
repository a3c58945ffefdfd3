import { badInput } from "../../common/errors";
import type { Figure } from "../../common/figure";
import { FigureFormat } from "../../common/figure-format";
import { FIGURE_BOUNDS, type FigureArgs, type WrittenFigure } from "./figure.types";

const LONGEST_TITLE = 300;

/** A picture is often higher than wide, and each dot takes four bytes while it is drawn. */
const MOST_DOTS = 3_000;

const MM_PER_INCH = 25.4;

function checkNumber(name: keyof typeof FIGURE_BOUNDS, value: number): void {
  const { least, most } = FIGURE_BOUNDS[name];
  if (value < least || value > most) {
    throw badInput(name, `${value} is not possible. Give a number from ${least} to ${most}.`);
  }
}

/** Throws BAD_USER_INPUT for a title, a width or a resolution that cannot be. */
export function checkFigureArgs({ title, width, dpi, format }: FigureArgs): void {
  if (title?.trim() === "") throw badInput("title", "is empty. Write one, or leave it out.");
  if (title && title.length > LONGEST_TITLE) {
    throw badInput("title", `has ${title.length} characters. Write at most ${LONGEST_TITLE}.`);
  }
  checkNumber("width", width);
  checkNumber("dpi", dpi);
  const dots = Math.round((width / MM_PER_INCH) * dpi);
  if (format === FigureFormat.PNG && dots > MOST_DOTS) {
    const most = Math.floor((MOST_DOTS / width) * MM_PER_INCH);
    throw badInput("dpi", `${dpi} are ${dots} dots across. Give at most ${most} for this width.`);
  }
}

/** A figure as it is answered with, in the style that is asked for. */
export function writtenFigure(given: Figure, { format, title, ...style }: FigureArgs): WrittenFigure {
  const figure = { ...given, title: title ?? given.title };
  return {
    figure,
    style,
    format,
    title: figure.title,
    description: figure.description,
    notes: [...figure.notes],
  };
}
