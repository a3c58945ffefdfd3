import type { SectionRecord } from "./entry";
import type { Place } from "./problem";

/** A record on its way into the store, its references being slugs. */
export type StagedRecord = SectionRecord & {
  /** Where it was read; not given where there is no file. */
  place?: Place;
  /** Whether what is left out is not said, so that what is there stays; else what is left out goes. */
  partial: boolean;
};
