import { MetricDirection } from "../../domain/leaderboard/metric.entity";
import type { FormatOptions } from "../format";
import { readDecimal } from "../input/decimal";
import type { NamedLeaderboard, NamedScore } from "../named-result";
import type { Problem } from "../problem";
import { LAYOUT } from "./page-layout";
import type { Cell, TableRow } from "./table-row";
import type { Table } from "./tables";

/** The leaderboard that a table shows, in the page's words; its unit is the sign that its numbers bear. */
export function leaderboardOf(table: Table, { directions }: FormatOptions): NamedLeaderboard {
  const metric = `${table.measure} ${LAYOUT.quantity}`;
  const said = [...(directions ?? [])].find(([name]) => name.toLowerCase() === metric.toLowerCase());
  const percent = table.rows.some(({ cells }) => cells.some(({ text }) => readDecimal(text)?.unit === "%"));
  return {
    name: `${LAYOUT.benchmark} ${metric}`,
    metric: {
      name: metric,
      unit: percent ? "%" : null,
      direction: said ? MetricDirection[said[1]] : MetricDirection.UNKNOWN,
    },
  };
}

/** The scores of a row: one for each split, with nothing where the row has no number left. */
export function scoresOf(
  file: string,
  row: TableRow,
  splits: readonly string[],
  leaderboard: NamedLeaderboard,
  report: (problem: Problem) => void,
): NamedScore[] {
  return splits.map((split, i) => {
    const cell: Cell | undefined = row.cells[i];
    const place = { file, line: row.line, column: cell?.column ?? row.column };
    if (!cell) return { place, leaderboard, split, reported: null, value: null };
    const { unit } = leaderboard.metric;
    const decimal = readDecimal(cell.text);
    if (!decimal || (decimal.unit ?? null) !== unit) {
      const right = unit ? `a number with ${unit}, as the others of its table` : "a number";
      report({
        ...place,
        message: `"${cell.text}" is not ${right}: it is kept as text only.`,
        level: "warning",
      });
      return { place, leaderboard, split, reported: cell.text, value: null };
    }
    // The sign is the metric's unit, and so no part of the number.
    const reported = cell.text.replace(/ ?%$/, "");
    return { place, leaderboard, split, reported, value: decimal.value };
  });
}
