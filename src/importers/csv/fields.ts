import type { Place } from "../problem";
import type { Cell, Row } from "./row";

/** What a template can refer to by name. */
export interface Fields {
  place: Place;
  /** Undefined where there is nothing of that name. */
  get(name: string): Cell | undefined;
}

/** The fields of a row: what was made of it, the name of its file, and its columns, in this order. */
export class RowFields implements Fields {
  readonly place: Place;
  private readonly made = new Map<string, Cell>();

  constructor(
    readonly row: Row,
    private readonly ofFile: ReadonlyMap<string, string>,
    private readonly missing: ReadonlySet<string>,
  ) {
    this.place = row.place;
  }

  get(name: string): Cell | undefined {
    const made = this.made.get(name);
    if (made) return made;
    const ofFile = this.ofFile.get(name);
    if (ofFile !== undefined) return { text: ofFile, place: this.place };
    const cell = this.row.cell(name);
    return cell?.text != null && this.missing.has(cell.text) ? { place: cell.place, text: null } : cell;
  }

  set(name: string, cell: Cell): void {
    this.made.set(name, cell);
  }
}

/** The same fields with some more. */
export function withMore(fields: Fields, more: Record<string, string>): Fields {
  return {
    place: fields.place,
    get: (name) => (Object.hasOwn(more, name) ? { text: more[name], place: fields.place } : fields.get(name)),
  };
}
