import type { DecimalStyle } from "../../input/decimal";
import type { Located, Path } from "../../input/located";
import type { NamedBenchmark } from "../../named-result";
import type { Problem } from "../../problem";
import type { TextMaker } from "../text";
import { Compiler, type WantedColumn } from "./compiler";
import type { Mapping, TableRule } from "./mapping";
import { type LeaderboardPlan, planLeaderboards } from "./plan-leaderboards";
import { planScores, type ScorePlan } from "./plan-scores";
import { planSkips, type Skip } from "./plan-skips";
import { planSubmission, type SubmissionPlan } from "./plan-submission";

/** How the files of one kind are read: a table of a mapping with all its rules compiled. */
export interface TablePlan {
  rule: TableRule;
  source: string;
  values: [string, TextMaker][];
  skips: Skip[];
  submission: SubmissionPlan;
  scores: ScorePlan[];
  leaderboards: ReadonlyMap<string, LeaderboardPlan>;
  missing: ReadonlySet<string>;
  numbers: DecimalStyle;
  wanted: readonly WantedColumn[];
}

/** Compiles the tables of a mapping; what is wrong is told to `report`. */
export function planTables(
  mapping: Mapping,
  document: Located,
  report: (problem: Problem) => void,
): TablePlan[] {
  return mapping.tables.map((rule, i) => planTable(mapping, rule, ["tables", i], document, report));
}

function planTable(
  mapping: Mapping,
  rule: TableRule,
  path: Path,
  document: Located,
  report: (problem: Problem) => void,
): TablePlan {
  const compiler = new Compiler(document, report);
  const values = Object.entries(rule.values ?? {}).map(([name, text]): [string, TextMaker] => {
    const make = compiler.text(text, [...path, "values", name]);
    compiler.define(name);
    return [name, make];
  });
  return {
    rule,
    source: sourceOf(mapping, rule, path, compiler),
    values,
    skips: planSkips(rule.skipRows ?? [], [...path, "skipRows"], compiler),
    submission: planSubmission(
      rule.submission,
      benchmarkOf(mapping, rule, path, compiler),
      mapping,
      [...path, "submission"],
      compiler,
    ),
    scores: planScores(rule.scores, mapping, [...path, "scores"], compiler),
    leaderboards: planLeaderboards(mapping, rule, compiler),
    missing: new Set(rule.missing ?? mapping.missing ?? []),
    numbers: rule.numbers ?? mapping.numbers ?? {},
    wanted: compiler.wanted,
  };
}

function sourceOf({ sources }: Mapping, { source }: TableRule, path: Path, compiler: Compiler): string {
  const slugs = Object.keys(sources);
  if (source !== undefined) compiler.reference(sources, source, "source", [...path, "source"]);
  else if (slugs.length > 1)
    compiler.problem(path, `"source" is missing: say which of ${slugs.join(", ")} the files belong to.`);
  return source ?? slugs[0];
}

function benchmarkOf(mapping: Mapping, rule: TableRule, path: Path, compiler: Compiler): NamedBenchmark {
  const benchmark = rule.benchmark ?? mapping.benchmark;
  if (benchmark) return benchmark;
  compiler.problem(path, '"benchmark" is missing: give one here, or one for the whole mapping.');
  return { name: "" };
}
