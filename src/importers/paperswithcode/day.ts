import { isCalendarDate } from "../../common/date-scalar";
import { type Part, shown } from "./part";

/** When a row's paper appeared: the text that tells rows apart, and the day where it is one. */
export interface PublishedOn {
  text: string | null;
  day?: string;
}

const DAY_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?( ?(Z|[-+]\d{2}:?\d{2}))?$/;

/**
 * Reads `paper_date`. Only a whole day of the calendar is one: of an ISO time its day as written. Anything else, a month
 * or a year too, is left out with a warning.
 */
export function readPublishedOn(row: Part): PublishedOn {
  const text = row.text("paper_date");
  if (text === null) return { text };
  const day = DAY_WITH_TIME.exec(text)?.[1] ?? text;
  if (isCalendarDate(day)) return { text: day, day };
  row
    .child("paper_date")
    .warn(
      `paper_date must be a day of the calendar, written YYYY-MM-DD, not ${shown(text)}; it is left out.`,
    );
  return { text };
}
