import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import type { ScoreRecord } from "../../src/domain/score/score.commands";
import type { SubmissionRecord } from "../../src/domain/submission/submission.commands";
import type { Records } from "../../src/importers/records";

const DOCUMENT = "test-source";
const BENCHMARK = "test-benchmark";

let made = 0;

/** A number that no other call gives: names made with it are unique. */
export function unique(): number {
  made += 1;
  return made;
}

/** Records with a source, a benchmark and what is given besides. */
export function records(parts: Partial<Records> = {}): Records {
  return {
    sources: [{ slug: DOCUMENT, title: "Test source" }],
    benchmarks: [{ slug: BENCHMARK, name: "Test benchmark" }],
    metrics: [],
    leaderboards: [],
    papers: [],
    lossFunctions: [],
    backbones: [],
    trainingDatasets: [],
    organisations: [],
    submissions: [],
    scores: [],
    ...parts,
  };
}

/** A metric with its leaderboard, of splits `a` (the default) and `b`. */
export function leaderboard(
  slug: string,
  metric: { direction?: MetricDirection; unit?: string } = {},
): Pick<Records, "metrics" | "leaderboards"> {
  const direction = metric.direction ?? MetricDirection.HIGHER_IS_BETTER;
  return {
    metrics: [{ slug: `${slug}-metric`, name: `${slug} metric`, unit: metric.unit ?? "%", direction }],
    leaderboards: [
      {
        slug,
        name: slug,
        benchmark: BENCHMARK,
        metric: `${slug}-metric`,
        splits: [
          { slug: "a", name: "A", default: true },
          { slug: "b", name: "B" },
        ],
      },
    ],
  };
}

/** A submission named as given; everything else can be set. */
export function submission(name: string, parts: Partial<SubmissionRecord> = {}): SubmissionRecord {
  const slug =
    parts.slug ??
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  return { slug, name, benchmark: BENCHMARK, source: { document: DOCUMENT, line: 1 }, ...parts };
}

/** A row of a leaderboard: the published text of each split's cell. */
export function score(submissionSlug: string, board: string, values: Record<string, string>): ScoreRecord {
  return { submission: submissionSlug, leaderboard: board, document: DOCUMENT, line: 1, values };
}
