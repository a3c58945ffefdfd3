import type { Path } from "../../input/located";
import { regularExpression, type TextMaker } from "../text";
import type { Compiler } from "./compiler";
import type { Mapping, ScoreRule } from "./mapping";

/** A score of a row: where it stands, and what it is a score on. */
export interface ScorePlan {
  /** The columns it stands in, among those of a table, each with what its name says. */
  columnsAmong(columns: readonly string[]): { column: string; says: Record<string, string> }[];
  leaderboard: TextMaker;
  split: TextMaker;
  /** By how many digits the point is moved to the right. */
  shift: number;
  /** A pattern that must fit a column. */
  wantsColumnLike?: { pattern: string; path: Path };
}

/** Compiles the rules for scores. */
export function planScores(
  rules: ScoreRule[],
  mapping: Mapping,
  path: Path,
  compiler: Compiler,
): ScorePlan[] {
  return rules.map((rule, i) => planScore(rule, mapping, [...path, i], compiler));
}

function planScore(rule: ScoreRule, { leaderboards }: Mapping, path: Path, compiler: Compiler): ScorePlan {
  const { column, columns, optional = false } = rule;
  if ((column === undefined) === (columns === undefined))
    compiler.problem(path, 'give either "column", or "columns" with a pattern for the names of several.');
  if (column !== undefined && !optional) compiler.want(column, [...path, "column"]);
  const groups = [...(columns ?? "").matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  if (!rule.leaderboard.includes("{"))
    compiler.reference(leaderboards, rule.leaderboard, "leaderboard", [...path, "leaderboard"]);
  return {
    columnsAmong: columns === undefined ? named(column ?? "") : alike(columns, path, compiler),
    leaderboard: compiler.text(rule.leaderboard, [...path, "leaderboard"], groups),
    split: compiler.text(rule.split, [...path, "split"], groups),
    shift: Math.round(Math.log10(rule.scale ?? 1)),
    ...(columns !== undefined &&
      !optional && { wantsColumnLike: { pattern: columns, path: [...path, "columns"] } }),
  };
}

function named(column: string): ScorePlan["columnsAmong"] {
  const only = [{ column, says: {} }];
  return () => only;
}

function alike(pattern: string, path: Path, compiler: Compiler): ScorePlan["columnsAmong"] {
  const expression = compiler.attempt([...path, "columns"], () => regularExpression(pattern), /(?!)/);
  let last: readonly string[] | null = null;
  let found: { column: string; says: Record<string, string> }[] = [];
  return (columns) => {
    if (columns !== last) {
      last = columns;
      found = columns.flatMap((column) => {
        const match = expression.exec(column);
        return match ? [{ column, says: { ...match.groups } }] : [];
      });
    }
    return found;
  };
}
