import type { Problem } from "../problem";
import type { StagedRecord } from "../staged-record";

/** What becomes of entries: records to be written, whose references are slugs, and problems. */
export type Adopted = ({ kind: "record" } & StagedRecord) | { kind: "problem"; problem: Problem };
