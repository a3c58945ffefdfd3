/** Rows as a table for a terminal: columns as wide as their widest cell, numbers to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => (cell === null ? "-" : String(cell))))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const isNumeric = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd();
  return cells.map(line).join("\n");
}
