import { types as pgTypes } from "pg";

const BIGINT = 20;
const DATE = 1082;

/**
 * How values come out of Postgres: dates stay the text they are, so that no time zone can move them; counts
 * become numbers; numeric stays text, so that no decimal is rounded.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === DATE) return (text: string) => text;
    if (oid === BIGINT) return Number;
    return pgTypes.getTypeParser(oid, format as "text");
  },
};
