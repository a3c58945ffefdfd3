import type { TableRule } from "../mapping/mapping";

/** The names of columns from the rows of a header; names in several rows are joined. */
export function columnNames(
  rows: string[][],
  { join = " ", fill = false }: NonNullable<TableRule["header"]>,
): string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row, i) => {
    let last = "";
    return Array.from({ length: count }, (_, column) => {
      const text = (row[column] ?? "").trim();
      if (text) last = text;
      // The lowest row names single columns, so nothing spreads in it.
      return fill && i < rows.length - 1 ? last : text;
    });
  });
  return Array.from({ length: count }, (_, column) =>
    filled
      .map((row) => row[column])
      .filter(Boolean)
      .join(join),
  );
}
