import { typename } from "./w0-typename";
import { oneSubmission } from "./w1-one-submission";
import { twoFields } from "./w7-two-fields";
import type { Workload } from "./workload";

/** All workloads, in the order in which they are measured. */
export const workloads: Workload[] = [typename, oneSubmission, twoFields];
