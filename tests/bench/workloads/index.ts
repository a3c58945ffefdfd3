import { typename } from "./w0-typename";
import { oneSubmission } from "./w1-one-submission";
import { familyAbove } from "./w2-family-above";
import { manySubmissions } from "./w3-many-submissions";
import { ranking } from "./w4-ranking";
import { deepPage } from "./w5-deep-page";
import { organisations } from "./w6-organisations";
import { twoFields } from "./w7-two-fields";
import type { Workload } from "./workload";

/** All workloads, in the order in which they are measured. */
export const workloads: Workload[] = [
  typename,
  oneSubmission,
  familyAbove,
  manySubmissions,
  ranking,
  deepPage,
  organisations,
  twoFields,
];
