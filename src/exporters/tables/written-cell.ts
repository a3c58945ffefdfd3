import {
  type Cell,
  type ColumnKind,
  isMissing,
  itemsOf,
  type SingleCell,
  type Table,
  type TableColumn,
} from "../../common/table";
import { signsOf } from "./reading-aid";
import { safeLink } from "./safe-link";
import type { Standing } from "./standing";

/** How a format writes what cells are made of. What it is given is not escaped yet, but for what is said to be written. */
export interface CellForm {
  /** In place of what is missing. */
  dash: string;
  text: (text: string, kind: ColumnKind) => string;
  /** Signs behind what they are about; there is at least one. */
  superscript: (signs: string) => string;
  link: (written: string, url: string) => string;
  /** The best value and the second best one. */
  marked: (written: string, standing: NonNullable<Standing>) => string;
}

/** A cell as a format writes it. */
export function writtenCell(
  form: CellForm,
  { kind }: TableColumn,
  cell: Cell,
  { marks: known }: Table,
  standing: Standing,
): string {
  if (isMissing(cell)) return form.dash;
  const items = itemsOf(cell);
  if (items) {
    return items
      .map(({ text, marks }) => {
        const signs = signsOf(marks, known);
        return form.text(text, "list") + (signs && form.superscript(signs));
      })
      .join(", ");
  }
  const { text, url } = cell as SingleCell;
  const link = safeLink(url);
  const plain = form.text(text, kind);
  const written = link ? form.link(plain, link) : plain;
  return standing ? form.marked(written, standing) : written;
}
