import { nameKey } from "../../../common/name-key";
import { Basis } from "../../../domain/claim/basis";
import type { Path } from "../../input/located";
import type { NamedBenchmark } from "../../named-result";
import { type DayReader, dayReader } from "../days";
import type { TextMaker } from "../text";
import type { Compiler } from "./compiler";
import type { ClaimKind, ClaimRule, Mapping, PaperRule, SubmissionRule } from "./mapping";

export interface ClaimPlan {
  kind: ClaimKind;
  make: TextMaker;
  basis: Basis;
  modified?: boolean;
  /** The known names of things that this source names otherwise, by the key of its name. */
  matches: ReadonlyMap<string, string>;
}

export type PaperPlan = Record<keyof PaperRule, TextMaker>;

/** All that is made of a row but its scores. */
export interface SubmissionPlan {
  benchmark: NamedBenchmark;
  rule: SubmissionRule;
  name: TextMaker;
  label: TextMaker;
  distinction: TextMaker;
  aliases: TextMaker;
  submittedOn: TextMaker;
  readDay: DayReader;
  organisations: TextMaker;
  claims: ClaimPlan[];
  papers: PaperPlan[];
}

const KINDS: readonly ClaimKind[] = ["lossFunctions", "backbones", "trainingDatasets"];

/** Compiles the rules for submissions. */
export function planSubmission(
  rule: SubmissionRule,
  benchmark: NamedBenchmark,
  mapping: Mapping,
  path: Path,
  compiler: Compiler,
): SubmissionPlan {
  if (rule.name === undefined && rule.label === undefined)
    compiler.problem(path, 'give a "name", or a "label" where the source has no names.');
  const text = (key: "name" | "label" | "distinction" | "aliases" | "submittedOn" | "organisations") =>
    compiler.optionalText(rule[key], [...path, key]);
  const day = rule.submittedOn;
  const format = typeof day === "object" && "format" in day ? day.format : undefined;
  return {
    benchmark,
    rule,
    name: text("name"),
    label: text("label"),
    distinction: text("distinction"),
    aliases: text("aliases"),
    submittedOn: text("submittedOn"),
    readDay: compiler.attempt(
      [...path, "submittedOn"],
      () => dayReader(format),
      () => null,
    ),
    organisations: text("organisations"),
    claims: KINDS.flatMap((kind) => {
      const pairs = Object.entries(mapping.matches?.[kind] ?? {});
      const matches = new Map(pairs.map(([name, known]) => [nameKey(name), known]));
      return (rule[kind] ?? []).map((claim, i) =>
        planClaim(kind, claim, matches, [...path, kind, i], compiler),
      );
    }),
    papers: (rule.papers ?? []).map((paper, i) => planPaper(paper, [...path, "papers", i], compiler)),
  };
}

function planClaim(
  kind: ClaimKind,
  rule: ClaimRule,
  matches: ReadonlyMap<string, string>,
  path: Path,
  compiler: Compiler,
): ClaimPlan {
  const { basis = Basis.STATED, modified } = rule;
  return { kind, make: compiler.text(rule, path), basis, modified, matches };
}

function planPaper(rule: PaperRule, path: Path, compiler: Compiler): PaperPlan {
  const text = (key: keyof PaperRule) => compiler.optionalText(rule[key], [...path, key]);
  return {
    title: text("title"),
    arxivId: text("arxivId"),
    doi: text("doi"),
    url: text("url"),
    year: text("year"),
    venue: text("venue"),
    authors: text("authors"),
  };
}
