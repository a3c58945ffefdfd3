import type { NamedSubmission } from "../named-result";
import type { Place, Problem } from "../problem";
import type { Measurement } from "./measurement";

/** A model on one dataset, with all its numbers there: what becomes a submission. */
export interface ModelEntry {
  source: string;
  place: Place;
  name: string;
  dataset: string;
  config: string | null;
  collection: string | null;
  facts: ModelFacts;
  measurements: Measurement[];
}

/** What is said of a model, whatever it is measured on. */
export type ModelFacts = Pick<
  NamedSubmission,
  "description" | "lossFunctions" | "backbones" | "trainingDatasets" | "papers"
>;

export type Report = (problem: Problem) => void;

/** Reports what does not stop the import. */
export function warn(place: Place, message: string, report: Report): void {
  report({ ...place, level: "warning", message });
}
