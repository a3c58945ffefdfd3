import { isCalendarDate } from "../../common/date-scalar";

/** The day that a text says, as YYYY-MM-DD; null where it says none. */
export type DayReader = (text: string) => string | null;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const PARTS: Record<string, string> = {
  YYYY: "(?<year>\\d{4})",
  MMM: `(?<word>${MONTHS.join("|")})[a-z]*`,
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
};

/** Reads days written in a format such as "DD.MM.YYYY" or "MMM D, YYYY". Throws a SyntaxError where it is none. */
export function dayReader(format = "YYYY-MM-DD"): DayReader {
  const parts = format.split(/(YYYY|MMM|MM|M|DD|D)/);
  const named = parts.filter((part) => part in PARTS).map((part) => part[0]);
  if (named.sort().join("") !== "DMY")
    throw new SyntaxError(
      `"${format}" must have YYYY, one of MM, M and MMM, and one of DD and D, each once.`,
    );
  const pattern = parts.map((part) => PARTS[part] ?? part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const expression = new RegExp(`^${pattern.join("")}$`, "i");
  return (text) => {
    const found = expression.exec(text)?.groups;
    if (!found) return null;
    const month = found.month ?? String(MONTHS.indexOf(found.word.toLowerCase()) + 1);
    const day = `${found.year}-${month.padStart(2, "0")}-${found.day.padStart(2, "0")}`;
    return isCalendarDate(day) ? day : null;
  };
}
