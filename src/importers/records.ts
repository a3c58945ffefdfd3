import type { BenchmarkRecord } from "../domain/benchmark/benchmark.commands";
import type { ThingRecord } from "../domain/catalogue/things.commands";
import type { LeaderboardRecord, MetricRecord } from "../domain/leaderboard/leaderboard.commands";
import type { OrganisationRecord } from "../domain/organisation/organisation.commands";
import type { PaperRecord } from "../domain/paper/paper.commands";
import type { ScoreRecord } from "../domain/score/score.commands";
import type { SourceRecord } from "../domain/source/source.commands";
import type { SubmissionRecord } from "../domain/submission/submission.commands";

/** What every importer makes of its files, whatever their format: references are by slug. */
export interface Records {
  sources: SourceRecord[];
  benchmarks: BenchmarkRecord[];
  metrics: MetricRecord[];
  leaderboards: LeaderboardRecord[];
  papers: PaperRecord[];
  lossFunctions: ThingRecord[];
  backbones: ThingRecord[];
  trainingDatasets: ThingRecord[];
  organisations: OrganisationRecord[];
  submissions: SubmissionRecord[];
  scores: ScoreRecord[];
}
