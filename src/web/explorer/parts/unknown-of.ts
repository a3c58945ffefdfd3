import type { Basis, MethodFragment } from "../api/operations";

/** Only these say that something was used. */
const USED: readonly Basis[] = ["STATED", "INHERITED"];

/** True where a source says of something named that it was used. */
export function isSaid({ basis }: { basis: Basis }): boolean {
  return USED.includes(basis);
}

/** What no source says of a submission, in words. */
export function unknownOf(submission: MethodFragment): string[] {
  const { lossFunctions, backbones, trainingDatasets, organisations } = submission;
  return [
    !lossFunctions.some(isSaid) && "loss function",
    !backbones.some(isSaid) && "backbone",
    !trainingDatasets.some(isSaid) && "training data",
    submission.testSetCleaning.kind === "UNKNOWN" && "whether the test set was cleaned",
    submission.trainingScale === null && "training set size class",
    submission.submittedOn === null && "date",
    organisations.length === 0 && "organisation",
  ].filter((each) => each !== false);
}
