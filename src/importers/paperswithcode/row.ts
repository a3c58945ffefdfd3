import { nameKey } from "../../common/name-key";
import { type Decimal, readDecimal } from "../input/decimal";
import type { Place } from "../problem";
import { type PublishedOn, readPublishedOn } from "./day";
import { type RowPaper, readPaper } from "./paper";
import { type Part, shown } from "./part";

/** One value of a row. */
export interface Cell {
  metric: string;
  place: Place;
  /** As published; null where the place is empty. */
  reported: string | null;
  /** Null where the text is no number. */
  decimal: Decimal | null;
}

/** One row of a table as the file has it. */
export interface Row {
  place: Place;
  name: string | null;
  paper: RowPaper | null;
  publishedOn: PublishedOn;
  /** Where the row says that it uses additional data. */
  additionalData: Place | null;
  cells: Cell[];
}

/** Reads a row; null where it is none. */
export function readRow(row: Part): Row | null {
  if (!row.isGroup("A row")) return null;
  return {
    place: row.place,
    name: row.text("model_name", { needed: true }),
    paper: readPaper(row),
    publishedOn: readPublishedOn(row),
    additionalData: readAdditionalData(row.child("uses_additional_data")),
    cells: readCells(row.child("metrics")),
  };
}

/** False is what the files have where nobody said anything, so only true says something. */
function readAdditionalData(part: Part): Place | null {
  if (part.isNothing() || part.value === false) return null;
  if (part.value === true) return part.place;
  part.warn(`uses_additional_data must be true or false, not ${shown(part.value)}; it is left out.`);
  return null;
}

function readCells(metrics: Part): Cell[] {
  if (metrics.isNothing() || !metrics.isGroup("metrics")) return [];
  const cells = new Map<string, Cell>();
  for (const [key, part] of metrics.children()) {
    const cell = readCell(key.trim(), part);
    if (!cell) continue;
    const earlier = cells.get(nameKey(key));
    if (!earlier) cells.set(nameKey(key), cell);
    else if (earlier.reported !== cell.reported) {
      part.warn(
        `${shown(key)} is the same metric as "${earlier.metric}", which has a value; it is left out.`,
      );
    }
  }
  return [...cells.values()];
}

function readCell(metric: string, part: Part): Cell | null {
  const cell = (reported: string | null, decimal: Decimal | null) => ({
    metric,
    place: part.place,
    reported,
    decimal,
  });
  if (metric === "") {
    part.fail("a metric must have a name.");
    return null;
  }
  if (part.isNothing()) return cell(null, null);
  const text = typeof part.value === "number" ? (part.raw ?? String(part.value)) : part.value;
  if (typeof text !== "string") {
    part.warn(`"${metric}" must be a number or text, not ${shown(text)}; it is left out.`);
    return null;
  }
  const reported = text.trim();
  if (reported === "") return cell(null, null);
  return cell(reported, readDecimal(reported));
}
