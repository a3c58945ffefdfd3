import type { Grouping, SubmissionWhere } from "../api/operations";

/** Stands in addresses for what no source says. */
export const UNKNOWN = "unknown";

/**
 * What is counted as a family: its own slug, and those of which it is the nearest family. Families lie within families,
 * so that `within` would find more than was counted.
 */
export type Families = (slug: string) => string[];

/** A group of filters: how it stands in the address, what it is counted by, and which condition a choice makes. */
export interface FacetGroup {
  parameter: string;
  title: string;
  groupBy: Grouping;
  /** Condition for keys that are known. */
  among(keys: string[], families: Families): SubmissionWhere[];
  /** Condition for what no source says; none where everything is known. */
  unknown: SubmissionWhere | undefined;
  /** How to show a key, where its label is meant for programs. */
  label?(key: string): string;
  isOpen?: boolean;
}

const LABELS: Record<string, string> = {
  NONE: "not cleaned",
  OWN: "cleaned, own way",
  PUBLISHED_LIST: "cleaned, published list",
  LARGE: "large",
  SMALL: "small",
  true: "described",
  false: "not described",
};
const label = (key: string) => LABELS[key] ?? key;

/** All groups, in the order in which they are shown. */
export const FACET_GROUPS: readonly FacetGroup[] = [
  {
    parameter: "family",
    title: "Loss family",
    groupBy: "LOSS_FAMILY",
    among: (keys, families) => [{ lossFunction: { is: keys.flatMap(families) } }],
    unknown: { lossFunction: { known: false } },
    isOpen: true,
  },
  {
    parameter: "loss",
    title: "Loss function",
    groupBy: "LOSS_FUNCTION",
    among: (keys) => [{ lossFunction: { is: keys } }],
    unknown: { lossFunction: { known: false } },
  },
  {
    parameter: "backbone",
    title: "Backbone family",
    groupBy: "BACKBONE_FAMILY",
    among: (keys, families) => [{ backbone: { is: keys.flatMap(families) } }],
    unknown: { backbone: { known: false } },
    isOpen: true,
  },
  {
    parameter: "dataset",
    title: "Training data",
    groupBy: "TRAINING_DATASET",
    among: (keys) => [{ trainingDataset: { is: keys } }],
    unknown: { trainingDataset: { known: false } },
    isOpen: true,
  },
  {
    parameter: "organisation",
    title: "Organisation",
    groupBy: "ORGANISATION",
    among: (keys) => [{ organisation: { is: keys } }],
    unknown: { organisation: { known: false } },
  },
  {
    parameter: "year",
    title: "Year",
    groupBy: "YEAR",
    among: (keys) => keys.map((year) => ({ submittedOn: { gte: `${year}-01-01`, lte: `${year}-12-31` } })),
    unknown: { submittedOn: { known: false } },
    isOpen: true,
  },
  {
    parameter: "scale",
    title: "Training set size",
    groupBy: "TRAINING_SCALE",
    among: (keys) => [{ trainingScale: { is: keys as ("LARGE" | "SMALL")[] } }],
    unknown: { trainingScale: { known: false } },
    label,
    isOpen: true,
  },
  {
    parameter: "cleaning",
    title: "Test set cleaning",
    groupBy: "TEST_SET_CLEANING",
    among: (keys) => [{ testSetCleaning: { is: keys as ("NONE" | "OWN" | "PUBLISHED_LIST")[] } }],
    unknown: { testSetCleaning: { known: false } },
    label,
    isOpen: true,
  },
  {
    parameter: "described",
    title: "Method",
    groupBy: "DESCRIBED",
    among: (keys) => keys.map((key) => ({ described: { is: key === "true" } })),
    unknown: undefined,
    label,
  },
];
