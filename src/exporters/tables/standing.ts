import { compareDecimals } from "../../common/decimal";
import type { Better, Cell, Table, TableColumn, TableRow } from "../../common/table";

/** Whether a value is the best of its column, or the next to it. Equals stand alike. */
export type Standing = "best" | "second" | null;

/** A row, and how each of its cells stands. */
export interface StandingRow {
  cells: TableRow;
  standings: readonly Standing[];
}

/** The best value and the next one of those that were seen, as exact decimals. */
class Leaders {
  private best: string | null = null;
  private second: string | null = null;

  constructor(private readonly better: Better) {}

  see(value: string): void {
    const order = this.order(value, this.best);
    if (order < 0) [this.best, this.second] = [value, this.best];
    else if (order > 0 && this.order(value, this.second) < 0) this.second = value;
  }

  standing(value: string): Standing {
    if (this.order(value, this.best) === 0) return "best";
    return this.order(value, this.second) === 0 ? "second" : null;
  }

  /** Below 0 where the value is the better one; nothing is worse than none. */
  private order(value: string, other: string | null): number {
    if (other === null) return -1;
    const order = compareDecimals(value, other);
    return this.better === "lower" ? order : -order;
  }
}

const exactOf = (cell: Cell) => (cell && !("items" in cell) ? (cell.exact ?? null) : null);

/**
 * The rows with how their cells stand among all of them. Where the rows do not come with the best values first, they are
 * all read before the first one is given.
 */
export async function* standingRows({ columns, rows }: Table): AsyncGenerator<StandingRow> {
  const leaders = columns.map(({ better }) => (better ? new Leaders(better) : null));
  const see = (row: TableRow) => {
    for (const [i, leader] of leaders.entries()) {
      const value = exactOf(row[i]);
      if (value !== null) leader?.see(value);
    }
  };
  const stand = (cells: TableRow): StandingRow => ({
    cells,
    standings: leaders.map((leader, i) => {
      const value = exactOf(cells[i]);
      return leader && value !== null ? leader.standing(value) : null;
    }),
  });
  if (columns.every(standsAsItComes)) {
    for await (const row of rows) {
      see(row);
      yield stand(row);
    }
    return;
  }
  const all: TableRow[] = [];
  for await (const row of rows) {
    see(row);
    all.push(row);
  }
  yield* all.map(stand);
}

function standsAsItComes({ better, bestFirst }: TableColumn): boolean {
  return !better || bestFirst === true;
}
