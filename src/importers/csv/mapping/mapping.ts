import type { Basis } from "../../../domain/claim/basis";
import type { MetricDirection } from "../../../domain/leaderboard/metric.entity";
import type { SourceRecord } from "../../../domain/source/source.commands";
import type { Reporter } from "../../../domain/submission/submission.entity";
import type { DecimalStyle } from "../../input/decimal";
import type { NamedBenchmark } from "../../named-result";

/** How a text is made of a row: a template, several joined with commas, or a part of either. */
export type TextRule = string | string[] | DetailedText;

export interface DetailedText {
  from: string | string[];
  /** A regular expression whose group `value` is the text. */
  pattern?: string;
  /** Other words for a text as found. */
  names?: Record<string, string>;
}

/** A rule for several texts: a separator takes apart what is found; each match of a pattern is one. */
export type TextsRule = string | string[] | (DetailedText & { separator?: string });

export type ClaimRule = DetailedText & { separator?: string; basis?: Basis; modified?: boolean };

export type ClaimKind = "lossFunctions" | "backbones" | "trainingDatasets";

export interface PaperRule {
  title?: TextRule;
  arxivId?: TextRule;
  doi?: TextRule;
  url?: TextRule;
  year?: TextRule;
  venue?: TextRule;
  authors?: TextsRule;
}

export interface SubmissionRule extends Partial<Record<ClaimKind, ClaimRule[]>> {
  name?: TextRule;
  label?: TextRule;
  distinction?: TextRule;
  aliases?: TextsRule;
  submittedOn?: string | string[] | (DetailedText & { format?: string });
  organisations?: TextsRule;
  reportedBy?: Reporter;
  papers?: PaperRule[];
}

export interface ScoreRule {
  /** One column by name, or several by a regular expression whose groups are fields. */
  column?: string;
  columns?: string;
  leaderboard: string;
  split: TextRule;
  /** A power of ten. */
  scale?: number;
  optional?: boolean;
}

export interface SkipRule {
  from: string | string[];
  is?: string | string[];
  pattern?: string;
  missing?: boolean;
}

/** How numbers are written, and which texts stand for no value. */
export interface Notation {
  missing?: string[];
  numbers?: DecimalStyle;
}

export interface TableRule extends Notation {
  files: string[];
  source?: string;
  benchmark?: NamedBenchmark;
  format?: "csv" | "json";
  delimiter?: string;
  /** False where quotation marks are letters like any other. */
  quotes?: boolean;
  header?: { rows: number; join?: string; fill?: boolean };
  list?: string;
  skipRows?: SkipRule[];
  values?: Record<string, TextRule>;
  submission: SubmissionRule;
  scores: ScoreRule[];
}

export interface LeaderboardRule {
  name: string;
  benchmark?: NamedBenchmark;
  description?: string;
  metric: {
    name: string;
    unit?: string;
    direction: MetricDirection;
    minimum?: string;
    maximum?: string;
    description?: string;
  };
}

/** What a mapping file says, checked. */
export interface Mapping extends Notation {
  sources: Record<string, Omit<SourceRecord, "slug">>;
  benchmark?: NamedBenchmark;
  leaderboards: Record<string, LeaderboardRule>;
  matches?: Partial<Record<ClaimKind, Record<string, string>>>;
  ignore?: string[];
  tables: TableRule[];
}
