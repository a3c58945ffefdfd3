import { Backbone } from "../backbone/backbone.entity";
import { Benchmark } from "../benchmark/benchmark.entity";
import { Import } from "../import/import.entity";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { Metric } from "../leaderboard/metric.entity";
import { Split } from "../leaderboard/split.entity";
import { LossFunction } from "../loss-function/loss-function.entity";
import { Organisation } from "../organisation/organisation.entity";
import { Paper } from "../paper/paper.entity";
import { Score } from "../score/score.entity";
import { Source } from "../source/source.entity";
import { Submission } from "../submission/submission.entity";
import { TrainingDataset } from "../training-dataset/training-dataset.entity";

/** Every type that has a global id, with the table its rows stand in. */
export const rowTypes = {
  Backbone: { entity: Backbone, table: "backbone" },
  Benchmark: { entity: Benchmark, table: "benchmark" },
  Import: { entity: Import, table: "import" },
  Leaderboard: { entity: Leaderboard, table: "leaderboard" },
  LossFunction: { entity: LossFunction, table: "loss_function" },
  Metric: { entity: Metric, table: "metric" },
  Organisation: { entity: Organisation, table: "organisation" },
  Paper: { entity: Paper, table: "paper" },
  Score: { entity: Score, table: "score" },
  Source: { entity: Source, table: "source" },
  Split: { entity: Split, table: "split" },
  Submission: { entity: Submission, table: "submission" },
  TrainingDataset: { entity: TrainingDataset, table: "training_dataset" },
} as const;

export type RowTypeName = keyof typeof rowTypes;

/** A row of the named type. */
export type RowOf<Name extends RowTypeName> = InstanceType<(typeof rowTypes)[Name]["entity"]>;
