import { isMissing, itemsOf, type Table, type TableMark, type TableRow } from "../../common/table";

/** The words of a format for how it marks values. */
export interface MarkingWords {
  best: string;
  second: string;
}

/** Notices what the rows of a table hold that a reader must be told of, and says it when they are written. */
export class ReadingAid {
  private readonly used = new Set<string>();
  private missing = false;

  constructor(private readonly table: Table) {}

  see(row: TableRow): void {
    for (const cell of row) {
      if (isMissing(cell)) this.missing = true;
      else for (const { marks = [] } of itemsOf(cell) ?? []) for (const mark of marks) this.used.add(mark);
    }
  }

  /** The marks that were used, in the table's order. */
  get marks(): TableMark[] {
    return this.table.marks.filter(({ key }) => this.used.has(key));
  }

  /** All notes, with those on the marking of values and on what is missing. */
  notes({ best, second }: MarkingWords): string[] {
    const marked = this.table.columns.some(({ better }) => better);
    return [
      ...this.table.notes,
      ...(marked
        ? [`Of the rows listed, the best value ${best}, the second best ${second}; equal ones alike.`]
        : []),
      ...(this.missing ? ["A dash: not known."] : []),
    ];
  }
}

/** The signs of an item's marks, to be put behind it. */
export function signsOf(marks: readonly string[] | undefined, known: readonly TableMark[]): string {
  return known
    .filter(({ key }) => marks?.includes(key))
    .map(({ sign }) => sign)
    .join(",");
}
