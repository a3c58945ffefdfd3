import type { NamedResult } from "./named-result";
import type { Place, Problem } from "./problem";
import type { Records } from "./records";

/** A record of one section, its references being slugs. */
export type SectionRecord = {
  [Section in keyof Records]: { section: Section; record: Records[Section][number] };
}[keyof Records];

/** What a format reads out of a file, in the order of the file. */
export type Entry =
  | ({ kind: "record"; place: Place } & SectionRecord)
  | { kind: "result"; result: NamedResult }
  | { kind: "problem"; problem: Problem };
