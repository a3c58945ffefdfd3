import type { Basis } from "../domain/claim/basis";
import type { MetricDirection } from "../domain/leaderboard/metric.entity";
import type { Reporter, TrainingScale } from "../domain/submission/submission.entity";
import type { Place } from "./problem";

/**
 * One row of a results table with all that its source says of it, things being named as the source names them.
 * Whatever is left out is not said: it neither changes nor removes what other sources say.
 */
export interface NamedResult {
  /** Slug of the source, which the same file must have declared by a record of `sources`. */
  source: string;
  submission: NamedSubmission;
  scores: NamedScore[];
}

export interface NamedSubmission {
  place: Place;
  benchmark: NamedBenchmark;
  /** The name as published; null where the source has none. */
  name: string | null;
  /** What is shown where there is no name. */
  label?: string;
  /**
   * What tells the submission from others of the same name on the benchmark, such as an image size or a paper. The same
   * benchmark, name and distinction mean the same submission, in one file or in several.
   */
  distinction?: string;
  aliases?: string[];
  /** A calendar day, YYYY-MM-DD. */
  submittedOn?: string;
  /** As written; a text that names several organisations is taken apart later. */
  organisations?: string[];
  trainingScale?: TrainingScale;
  reportedBy?: Reporter;
  description?: { line?: number; summary?: string; ensembleSize?: number };
  lossFunctions?: NamedClaim[];
  backbones?: NamedClaim[];
  trainingDatasets?: NamedClaim[];
  /** The papers that describe the submission or are referred to. */
  papers?: NamedPaper[];
}

export interface NamedBenchmark {
  name: string;
  description?: string;
}

/** That a submission used a thing; `name` is resolved through names and aliases, `term` is kept as written. */
export interface NamedClaim {
  /** Missing only where the basis is VAGUE. */
  name?: string;
  basis: Basis;
  term: string;
  modified?: boolean;
  place: Place;
  identities?: number;
  images?: number;
  sizeTerm?: string;
}

/** A paper, known by any of its identifiers or by its title. */
export interface NamedPaper {
  place: Place;
  title?: string;
  /** Without version, such as 1801.07698. */
  arxivId?: string;
  doi?: string;
  url?: string;
  year?: number;
  venue?: string;
  authors?: string[];
}

export interface NamedScore {
  place: Place;
  leaderboard: NamedLeaderboard;
  /** Name of the split that was measured on. */
  split: string;
  /** The text as published, without white space around it; null for an empty cell. */
  reported: string | null;
  /** The exact decimal in the metric's unit, digits with at most one point; null where the text is no number. */
  value: string | null;
  /** Exact decimal, not negative, in the metric's unit. */
  uncertainty?: string;
}

export interface NamedLeaderboard {
  /** Unique over all benchmarks, so it has the benchmark's name in it: "ImageNet: top-1 accuracy". */
  name: string;
  /** The benchmark it belongs to; that of the submission when not given. */
  benchmark?: NamedBenchmark;
  description?: string;
  metric: NamedMetric;
}

export interface NamedMetric {
  name: string;
  /** For example "%"; null for a bare number, or where the source does not say. */
  unit: string | null;
  /** UNKNOWN where the source does not say. */
  direction: MetricDirection;
  /** Exact decimals. */
  minimum?: string;
  maximum?: string;
  description?: string;
}
