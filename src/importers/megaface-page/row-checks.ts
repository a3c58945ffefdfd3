import type { Problem } from "../problem";
import type { TableRow } from "./table-row";

/** What is missing in a row, or too much in it. The row is read all the same. */
export function checkRow(file: string, row: TableRow, splits: readonly string[]): Problem[] {
  const { line, cells } = row;
  const warning = (message: string, column = row.column): Problem => ({
    file,
    line,
    column,
    message,
    level: "warning",
  });
  const problems = cells
    .slice(splits.length)
    .map(({ text, column }) =>
      warning(`"${text}" is one more than the table has columns for: it is left out.`, column),
    );
  if (row.submittedOn === null) {
    problems.push(warning(`"${row.date}" is no day written month/day/year: the row is kept without a date.`));
  }
  if (row.trainingScale === null) {
    problems.push(warning("the row does not end with Large or Small: it is kept without a size."));
  }
  if (cells.length < splits.length) {
    const has = cells.length === 1 ? "1 number stands" : `${cells.length} numbers stand`;
    const empty = splits.slice(cells.length).join(", ");
    problems.push(
      warning(
        `${has} in ${splits.length} columns. They are taken from the left: nothing is published for ${empty}.`,
      ),
    );
  }
  return problems;
}
