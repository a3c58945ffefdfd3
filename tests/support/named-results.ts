import { Basis } from "../../src/domain/claim/basis";
import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import type { Entry } from "../../src/importers/entry";
import type {
  NamedClaim,
  NamedMetric,
  NamedResult,
  NamedScore,
  NamedSubmission,
} from "../../src/importers/named-result";
import { adopt } from "../../src/importers/naming/adopt";
import type { Adopted } from "../../src/importers/naming/adopted";
import type { NamingOptions } from "../../src/importers/naming/naming-options";
import type { NamingReport } from "../../src/importers/naming/naming-report";
import type { Problem } from "../../src/importers/problem";
import type { Records } from "../../src/importers/records";

/** A place in a file of results. */
export const at = (line: number, column = 1) => ({ file: "results.csv", line, column });

export const claim = (name: string, line = 1, more: Partial<NamedClaim> = {}): NamedClaim => ({
  name,
  basis: Basis.STATED,
  term: name,
  place: at(line),
  ...more,
});

export const score = (
  value: string | null,
  metric: Partial<NamedMetric> = {},
  more: Partial<NamedScore> = {},
): NamedScore => ({
  place: at(1, 3),
  leaderboard: {
    name: "Faces: accuracy",
    metric: { name: "accuracy", unit: "%", direction: MetricDirection.UNKNOWN, ...metric },
  },
  split: "test",
  reported: value,
  value,
  ...more,
});

/** A result on the benchmark Faces. */
export function result(
  name: string | null,
  submission: Partial<NamedSubmission> = {},
  scores: NamedScore[] = [],
): Entry {
  const named: NamedResult = {
    source: "results",
    submission: { place: at(1), benchmark: { name: "Faces" }, name, ...submission },
    scores,
  };
  return { kind: "result", result: named };
}

export interface Outcome {
  staged: Adopted[];
  problems: Problem[];
  fatal: string[];
  warnings: string[];
  report: NamingReport;
  /** The records of a section, in order. */
  of<Section extends keyof Records>(section: Section): Records[Section];
}

/** Adopts entries and sorts what becomes of them. */
export async function adopted(
  entries: readonly Entry[],
  { mode = "create-clear", ...options }: Omit<NamingOptions, "mode"> & Partial<Pick<NamingOptions, "mode">>,
): Promise<Outcome> {
  async function* stream() {
    yield* entries;
  }
  const adoption = adopt(stream(), { mode, ...options });
  const staged: Adopted[] = [];
  for await (const record of adoption) staged.push(record);
  const problems = staged.flatMap((each) => (each.kind === "problem" ? [each.problem] : []));
  return {
    staged,
    problems,
    fatal: problems.filter(({ level }) => !level).map(({ message }) => message),
    warnings: problems.filter(({ level }) => level).map(({ message }) => message),
    report: adoption.report as NamingReport,
    of: (section) =>
      staged.flatMap((each) =>
        each.kind === "record" && each.section === section ? [each.record] : [],
      ) as never,
  };
}
