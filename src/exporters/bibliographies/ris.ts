import type { CslItem, CslName, RisRecord } from "@citation-js/core";
import type { Citable } from "../../common/citable";
import { withArxivNote } from "./csl-json";
import { cited, cslItems } from "./library";
import type { BibliographyWriter } from "./writer";

/** A name as RIS has it; the library would leave out what stands before a family name. */
function risName(name: CslName): string {
  const { family, given, suffix, literal } = name;
  const particle = name["non-dropping-particle"];
  if (!family) return literal ?? given ?? "";
  return [`${particle ? `${particle} ` : ""}${family}`, given, suffix].filter(Boolean).join(", ");
}

/** A day, as far as it is known, besides the year. */
function risDay([year, ...rest]: readonly number[]): string {
  const [month = "", day = ""] = rest.map((part) => String(part).padStart(2, "0"));
  return `${year}/${month}/${day}/`;
}

/** What the library leaves out, cuts short, or takes a preprint for. */
function corrected(item: CslItem, work: Citable): RisRecord {
  const [parts = []] = item.issued?.["date-parts"] ?? [];
  const isPreprint = item.type === "article";
  const note = isPreprint ? item.number : withArxivNote(item, work).note;
  return {
    ID: work.key,
    ...(item.author && { AU: item.author.map(risName) }),
    ...(parts.length > 0 && { PY: String(parts[0]) }),
    ...(parts.length > 1 && { DA: risDay(parts) }),
    ...(note && { N1: note }),
    ...(isPreprint && { TY: "UNPB" }),
  };
}

/** What would be said twice, or of a journal that there is not. */
const LEFT_OUT = ["C2", "C7", "DA"];

/** RIS, a tag on each line: the library would break long ones within words. */
export const ris: BibliographyWriter = {
  mediaType: "application/x-research-info-systems; charset=utf-8",
  extension: "ris",
  frame: { before: "", between: "", after: "" },
  write(works) {
    const cite = cited(works);
    const items = cslItems(cite);
    return cite.format("ris", { format: "object" }).map((record, i) => {
      const kept = Object.entries(record).filter(([tag]) => !LEFT_OUT.includes(tag));
      const { TY, ...tags } = { ...Object.fromEntries(kept), ...corrected(items[i], works[i]) };
      const lines = Object.entries(tags).flatMap(([tag, value]) =>
        [value].flat().map((each) => `${tag}  - ${each}`),
      );
      return `${[`TY  - ${TY}`, ...lines, "ER  - "].join("\r\n")}\r\n`;
    });
  },
};
