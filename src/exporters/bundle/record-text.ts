import type { ScoreCell, ScoreRow } from "../../domain/export/score-rows.queries";

/** The JSON text of a record: what is not known is left out, and keys keep their order. */
export function recordText(section: string, row: object): string {
  return section === "scores" ? scoreText(row as ScoreRow) : JSON.stringify(withoutNulls(row));
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const kept: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) if (each !== null) kept[key] = withoutNulls(each);
  return kept;
}

/** The place is said of the row where all its cells share it. Cells are put in one by one, to keep their order. */
function scoreText({ cells, ...row }: ScoreRow): string {
  const line = shared(cells.map((cell) => cell[4]));
  const column = shared(cells.map((cell) => cell[5]));
  const head = JSON.stringify(withoutNulls({ ...row, line, column }));
  const values = cells.map(
    (cell) => `${JSON.stringify(cell[0])}:${JSON.stringify(cellOf(cell, line === null, column === null))}`,
  );
  return `${head.slice(0, -1)},"values":{${values.join(",")}}}`;
}

function shared(numbers: (number | null)[]): number | null {
  return numbers.every((each) => each === numbers[0]) ? numbers[0] : null;
}

function cellOf(
  [, reported, value, uncertainty, line, column]: ScoreCell,
  ownLine: boolean,
  ownColumn: boolean,
) {
  const apart = {
    ...(uncertainty !== null && { uncertainty }),
    ...(ownLine && line !== null && { line }),
    ...(ownColumn && column !== null && { column }),
  };
  return reported === value && Object.keys(apart).length === 0
    ? (reported ?? "")
    : { reported, value, ...apart };
}
