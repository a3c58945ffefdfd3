import { inputFromText } from "../input/open-files";
import type { NamedSubmission } from "../named-result";
import type { Records } from "../records";
import type { Term, Vocabulary } from "../vocabulary";
import { megafacePage } from "./format";

/** A thing of a submission's description: claimed by the curators, found by the importer, or both. */
export interface Comparison {
  kind: Term["kind"];
  thing: string;
  /** Line of the description. */
  description: number;
  /** As the curators or else the importer have it. */
  term: string;
  claimed: boolean;
  found: boolean;
}

/** A catalogue as a vocabulary, with the aliases that curators noted or without. */
export function vocabularyOf(records: Records, aliases: "aliases" | "names alone"): Vocabulary {
  const terms = (
    kind: Term["kind"],
    things: { slug: string; name?: string; title?: string; aliases?: string[] }[],
  ) =>
    things.map(({ slug, name, title, aliases: others = [] }): Term => {
      const first = name ?? title ?? slug;
      return { kind, slug, names: aliases === "aliases" ? [first, ...others] : [first] };
    });
  return [
    ...terms("LossFunction", records.lossFunctions),
    ...terms("Backbone", records.backbones),
    ...terms("TrainingDataset", records.trainingDatasets),
    ...terms("Paper", records.papers),
  ];
}

/** Reads a page and holds what it finds in the descriptions against what curated records claim of the same ones. */
export async function compareTerms(
  page: string,
  records: Records,
  vocabulary: Vocabulary,
): Promise<Comparison[]> {
  const compared = new Map<string, Comparison>();
  const note = (one: Omit<Comparison, "claimed" | "found">, by: "claimed" | "found") => {
    const key = JSON.stringify([one.kind, one.thing, one.description]);
    const known = compared.get(key) ?? { ...one, claimed: false, found: false };
    compared.set(key, { ...known, [by]: true });
  };
  for (const { description, lossFunctions, backbones, trainingDatasets, citations } of records.submissions) {
    if (description?.line === undefined) continue;
    const at = { description: description.line };
    const claims = { LossFunction: lossFunctions, Backbone: backbones, TrainingDataset: trainingDatasets };
    for (const [kind, list] of Object.entries(claims)) {
      for (const { thing, term = "" } of list ?? []) {
        if (thing !== undefined) note({ kind: kind as Term["kind"], thing, term, ...at }, "claimed");
      }
    }
    for (const { paper } of citations ?? [])
      note({ kind: "Paper", thing: paper, term: "title", ...at }, "claimed");
  }
  const slugs = new Map(vocabulary.map(({ kind, slug, names }) => [JSON.stringify([kind, names[0]]), slug]));
  for (const submission of await submissionsOf(page, vocabulary)) {
    for (const { kind, name, term } of mentionsOf(submission)) {
      const thing = slugs.get(JSON.stringify([kind, name])) ?? `"${name}"`;
      note({ kind, thing, term, description: submission.description?.line ?? 0 }, "found");
    }
  }
  return [...compared.values()].sort((a, b) => a.description - b.description);
}

async function submissionsOf(page: string, vocabulary: Vocabulary): Promise<NamedSubmission[]> {
  const submissions: NamedSubmission[] = [];
  const files = [inputFromText("page", page)];
  for await (const entry of megafacePage.read({ files, options: {}, vocabulary })) {
    if (entry.kind === "result") submissions.push(entry.result.submission);
    if (entry.kind === "problem" && !entry.problem.level) throw new Error(entry.problem.message);
  }
  return submissions;
}

function mentionsOf({ lossFunctions, backbones, trainingDatasets, papers }: NamedSubmission) {
  const parts = { LossFunction: lossFunctions, Backbone: backbones, TrainingDataset: trainingDatasets };
  return [
    ...Object.entries(parts).flatMap(([kind, claims]) =>
      (claims ?? []).map(({ name, term }) => ({ kind: kind as Term["kind"], name, term })),
    ),
    ...(papers ?? []).map(({ title = "" }) => ({ kind: "Paper" as const, name: title, term: "title" })),
  ];
}
