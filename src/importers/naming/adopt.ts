import type { Entry } from "../entry";
import { BatchAdopter } from "./adopt-batch";
import type { Adopted } from "./adopted";
import { AdoptedNames } from "./adopted-names";
import { finalProblems } from "./final-problems";
import { finalRecords } from "./final-records";
import { finalReport } from "./final-report";
import type { NamingOptions } from "./naming-options";
import type { NamingReport } from "./naming-report";

/** Entries whose names are looked up together. */
const BATCH = 500;

/** The records that become of entries, to be read once. */
export interface Adoption extends AsyncIterable<Adopted> {
  /** What was decided; there when all records have been read. */
  readonly report: NamingReport | undefined;
}

/**
 * Turns what formats read into records whose references are slugs. Records pass as they are. The names in results are
 * resolved by what is known already; what is not known becomes a new thing or a problem, as the mode says. New things,
 * leaderboards with all their splits, and the problems of names come last.
 */
export function adopt(entries: AsyncIterable<Entry>, options: NamingOptions): Adoption {
  let report: NamingReport | undefined;
  async function* staged(): AsyncGenerator<Adopted> {
    const names = new AdoptedNames(options);
    const adopter = new BatchAdopter(names);
    let batch: Entry[] = [];
    for await (const entry of entries) {
      if (batch.push(entry) < BATCH) continue;
      for (const record of await adopter.adopt(batch)) yield record;
      batch = [];
    }
    for (const record of await adopter.adopt(batch)) yield record;
    // Matches are looked up even where no result is.
    await names.lookUp();
    for (const record of finalRecords(names)) yield record;
    const { problems, near } = await finalProblems(names, options);
    for (const problem of problems) yield { kind: "problem", problem };
    report = finalReport(names, near);
  }
  const records = staged();
  return {
    [Symbol.asyncIterator]: () => records,
    get report() {
      return report;
    },
  };
}
