import type { NamedResult } from "../named-result";
import { Leaderboards } from "./leaderboards";
import { Metrics } from "./metrics";
import type { KnownLeaderboard } from "./name-store";
import type { NamingOptions } from "./naming-options";
import { Organisations } from "./organisations";
import { Papers } from "./papers";
import { SubmissionSlugs } from "./submission-slugs";
import { ThingNames } from "./thing-names";

/** All that one import names, while it is read. */
export class AdoptedNames {
  readonly benchmarks: ThingNames;
  readonly leaderboards: ThingNames<KnownLeaderboard>;
  readonly organisations: ThingNames;
  readonly lossFunctions: ThingNames;
  readonly backbones: ThingNames;
  readonly trainingDatasets: ThingNames;
  readonly metrics: Metrics;
  readonly papers: Papers;
  readonly boards: Leaderboards;
  readonly submitters: Organisations;
  readonly submissions: SubmissionSlugs;
  /** By the name of the benchmark. */
  readonly benchmarkDescriptions = new Map<string, string>();

  constructor({ names, matches = [] }: Omit<NamingOptions, "mode">) {
    const things = (kind: Parameters<typeof names.things>[0]) =>
      new ThingNames(kind, (keys) => names.things(kind, keys), matches);
    this.benchmarks = things("Benchmark");
    this.organisations = things("Organisation");
    this.lossFunctions = things("LossFunction");
    this.backbones = things("Backbone");
    this.trainingDatasets = things("TrainingDataset");
    this.leaderboards = new ThingNames("Leaderboard", (keys) => names.leaderboards(keys), matches);
    this.metrics = new Metrics(names, matches);
    this.papers = new Papers(names, matches);
    this.boards = new Leaderboards(this.leaderboards, this.benchmarks, this.metrics);
    this.submitters = new Organisations(this.organisations);
    this.submissions = new SubmissionSlugs(names);
  }

  /** The names of each kind whose things are told apart by name alone. */
  get things(): ThingNames[] {
    const { benchmarks, organisations, lossFunctions, backbones, trainingDatasets } = this;
    return [benchmarks, organisations, lossFunctions, backbones, trainingDatasets];
  }

  /** Takes note of all names of a result but those of the submission and the metrics. */
  want({ submission, scores }: NamedResult): void {
    this.benchmarks.want(submission.benchmark.name);
    for (const text of submission.organisations ?? []) this.submitters.want(text);
    for (const kind of ["lossFunctions", "backbones", "trainingDatasets"] as const) {
      for (const { name } of submission[kind] ?? []) if (name !== undefined) this[kind].want(name);
    }
    for (const paper of submission.papers ?? []) this.papers.want(paper);
    for (const { leaderboard } of scores) {
      this.boards.want(leaderboard);
      if (leaderboard.benchmark) this.describe(leaderboard.benchmark);
    }
    this.describe(submission.benchmark);
  }

  /** Looks up what was wanted since the last time: at most one question for each kind. */
  async lookUp(): Promise<void> {
    // One after another: in a transaction all go over one connection.
    for (const names of [...this.things, this.leaderboards, this.papers]) await names.lookUp();
    await this.metrics.load();
  }

  private describe({ name, description }: { name: string; description?: string }): void {
    if (description !== undefined && !this.benchmarkDescriptions.has(name)) {
      this.benchmarkDescriptions.set(name, description);
    }
  }
}
