import { Kinds } from "../../domain/catalogue/kind";
import type { Records } from "../records";

/** Kinds whose things all have a name of their own, and aliases. */
export const THING_KINDS = [
  "Benchmark",
  "Leaderboard",
  "Organisation",
  "LossFunction",
  "Backbone",
  "TrainingDataset",
] as const;

export type ThingKind = (typeof THING_KINDS)[number];

/** Kinds of which an import can name one that is not known yet, other than submissions. */
export type NamedKind = ThingKind | "Metric" | "Paper";

export const NAMED_KINDS: readonly NamedKind[] = [...THING_KINDS, "Metric", "Paper"];

/** The section in which things of each kind are recorded. */
export const SECTIONS = {
  Benchmark: "benchmarks",
  Leaderboard: "leaderboards",
  Metric: "metrics",
  Organisation: "organisations",
  LossFunction: "lossFunctions",
  Backbone: "backbones",
  TrainingDataset: "trainingDatasets",
  Paper: "papers",
} as const satisfies Record<NamedKind, keyof Records>;

/** What messages call one of the kind. */
export function labelOf(kind: NamedKind): string {
  return kind === "Metric" ? "metric" : Kinds[kind].label;
}
