import { Basis } from "../../src/domain/claim/basis";
import type { ClaimRecord } from "../../src/domain/claim/claim.commands";
import { CleaningKind } from "../../src/domain/claim/test-set-cleaning.entity";
import type { MergeableKind } from "../../src/domain/import/merge.commands";
import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import type { ScoreRecord, ScoreValue } from "../../src/domain/score/score.commands";
import type { SubmissionRecord } from "../../src/domain/submission/submission.commands";
import { Reporter, TrainingScale } from "../../src/domain/submission/submission.entity";
import type { Records } from "../../src/importers/records";
import type { StagedRecord } from "../../src/importers/staged-record";
import { DAYS, type Dice, VALUES } from "./oracle/population";

const DOCUMENTS = ["doc-a", "doc-b"];
const BOARDS = ["up", "down"];
const SPLITS = ["a", "b", "c"];
const SUBMISSIONS = ["s-1", "s-2", "s-3", "s-4", "s-5"];
export const THINGS = {
  LossFunction: ["l-1", "l-2", "l-3", "l-4"],
  Backbone: ["b-1", "b-2", "b-3"],
  TrainingDataset: ["t-1", "t-2"],
  Organisation: ["o-1", "o-2", "o-3"],
  Paper: ["p-1", "p-2", "p-3"],
} satisfies Record<MergeableKind, string[]>;

/**
 * Records of a small world, so that imports overlap: whole ones, or what one document says in part. The first import has
 * all that later ones refer to.
 */
export function randomImport(dice: Dice, isFirst: boolean): StagedRecord[] {
  const partial = dice.chance(0.5);
  const records = partial ? partialRecords(dice, dice.pick(DOCUMENTS)) : wholeRecords(dice);
  return Object.entries(records).flatMap(([section, list]) =>
    isFirst || /submissions|scores/.test(section) || dice.chance(0.25)
      ? list.map((record) => ({ section, record, partial }) as StagedRecord)
      : [],
  );
}

function wholeRecords(dice: Dice): Partial<Records> {
  const maybe = <Item>(make: () => Item) => (dice.chance(0.6) ? make() : undefined);
  const chosen = dice.some(SUBMISSIONS, 7);
  const aliases = (slug: string) =>
    maybe(() => dice.some([`${slug} one`, `${slug} two`, `${slug} three`], 2));
  const thing = (slug: string) => ({
    slug,
    name: dice.pick([slug, slug.toUpperCase(), `The ${slug}`]),
    aliases: aliases(slug),
    introducedBy: maybe(() => dice.pick(THINGS.Paper)),
    description: maybe(() => dice.pick(["Short.", "Long."])),
  });
  const tree = (slugs: string[]) =>
    slugs.map((slug, i) => ({
      ...thing(slug),
      parent: i > 0 && dice.chance(0.5) ? dice.pick(slugs.slice(0, i)) : undefined,
      family: maybe(() => true),
    }));
  return {
    sources: DOCUMENTS.map((slug) => ({
      slug,
      title: dice.pick(["Title", "Other title"]),
      text: maybe(() => dice.pick(["Text", "Other\ttext\n\\"])),
      doesNotSay: maybe(() => [{ topic: dice.pick(["x", "y"]), statement: dice.pick(["Never.", "Not."]) }]),
    })),
    benchmarks: [{ slug: "bench", name: dice.pick(["Bench", "The bench"]), aliases: aliases("bench") }],
    metrics: [
      {
        slug: "metric",
        name: "Metric",
        direction: dice.pick(Object.values(MetricDirection)),
        minimum: dice.pick(["-10", "-10.0"]),
      },
    ],
    leaderboards: BOARDS.map((slug, position) => ({
      slug,
      name: slug,
      benchmark: "bench",
      metric: "metric",
      position: dice.chance(0.5) ? position : 1 - position,
      splits: SPLITS.map((split, i) => ({
        slug: split,
        name: dice.pick([split, `Set ${split}`]),
        default: i === 0,
      })),
    })),
    papers: THINGS.Paper.map((slug, i) => ({
      slug,
      title: dice.pick([slug, `On ${slug}`]),
      aliases: aliases(slug),
      authors: maybe(() => ["A. One", "B. Two"]),
      year: maybe(() => 2000 + i),
      arxivId: maybe(() => `1801.0000${i}`),
    })),
    lossFunctions: tree(THINGS.LossFunction),
    backbones: tree(THINGS.Backbone),
    trainingDatasets: THINGS.TrainingDataset.map(thing),
    organisations: THINGS.Organisation.map((slug) => ({
      slug,
      name: dice.pick([slug, `The ${slug}`]),
      aliases: aliases(slug),
    })),
    submissions: chosen.map((slug, i) => ({
      ...said(dice, slug, dice.pick(DOCUMENTS)),
      variantOf: variants(dice, chosen.slice(0, i)),
      likelyDescriptions: i > 0 ? maybe(() => [{ submission: chosen[0], reason: "Same words." }]) : undefined,
    })),
    scores: scores(dice, chosen, undefined),
  };
}

/** Bases come before their variants, so that imports that follow each other make no circles. */
function variants(dice: Dice, before: string[]): SubmissionRecord["variantOf"] {
  return dice.some(before, 2).map((submission) => ({ submission, onlyDifference: dice.chance(0.8) }));
}

/** What a document says of a submission: a different selection each time. */
export function said(dice: Dice, slug: string, document: string): SubmissionRecord {
  const maybe = <Item>(make: () => Item) => (dice.chance(0.6) ? make() : undefined);
  const ensembleSize = maybe(() => dice.pick([1, 2, 3]));
  return {
    slug,
    name: dice.chance(0.8) ? `Name of ${slug}` : undefined,
    label: dice.chance(0.5) ? `Label of ${slug}` : undefined,
    aliases: maybe(() => dice.some([`${slug} x`, `${slug} y`], 2)),
    benchmark: "bench",
    organisations: maybe(() => shuffled(dice, dice.some(THINGS.Organisation, 3))),
    submittedOn: maybe(() => dice.pick(DAYS)),
    trainingScale: maybe(() => dice.pick([TrainingScale.LARGE, TrainingScale.SMALL])),
    reportedBy: maybe(() => Reporter.AUTHOR),
    source: { document, line: dice.pick([1, 2, 3]) },
    description: maybe(() => ({ line: dice.pick([4, 5]), ensembleSize })),
    testSetCleaning: maybe(() => ({
      kind: dice.pick([CleaningKind.NONE, CleaningKind.OWN] as const),
      line: dice.pick([6, 7]),
    })),
    lossFunctions: maybe(() => claims(dice, THINGS.LossFunction)),
    backbones: maybe(() => claims(dice, THINGS.Backbone)),
    trainingDatasets: maybe(() => claims(dice, THINGS.TrainingDataset)),
    citations: maybe(() => shuffled(dice, dice.some(THINGS.Paper, 3)).map((paper) => ({ paper, line: 8 }))),
  };
}

function claims(dice: Dice, slugs: string[]): ClaimRecord[] {
  return Array.from({ length: Math.floor(dice.roll() * 4) }, () => {
    const basis = dice.pick([Basis.STATED, Basis.STATED, Basis.CITED, Basis.VAGUE, Basis.MENTIONED]);
    return {
      thing: basis === Basis.VAGUE ? undefined : dice.pick(slugs),
      basis,
      modified: basis !== Basis.VAGUE && dice.chance(0.3),
      term: dice.pick(["", "a term", undefined]),
      line: dice.pick([9, 10]),
    };
  });
}

function partialRecords(dice: Dice, document: string): Partial<Records> {
  const chosen = dice.some(SUBMISSIONS, 5);
  return {
    sources: DOCUMENTS.map((slug) => ({ slug, title: "Title" })),
    benchmarks: [{ slug: "bench", name: "Bench" }],
    metrics: [{ slug: "metric", name: "Metric", direction: dice.pick(Object.values(MetricDirection)) }],
    leaderboards: BOARDS.map((slug) => ({
      slug,
      name: slug,
      benchmark: "bench",
      metric: "metric",
      splits: SPLITS.map((split, i) => ({ slug: split, name: split, default: i === 0 })),
    })),
    papers: THINGS.Paper.map((slug) => ({ slug, title: slug })),
    ...Object.fromEntries(
      (["lossFunctions", "backbones", "trainingDatasets", "organisations"] as const).map((section, i) => [
        section,
        Object.values(THINGS)[i].map((slug) => ({ slug, name: slug })),
      ]),
    ),
    submissions: chosen.map((slug) => said(dice, slug, document)),
    scores: scores(dice, chosen, document),
  };
}

function scores(dice: Dice, submissions: string[], document: string | undefined): ScoreRecord[] {
  return dice.some(submissions, 6).map((submission) => ({
    submission,
    leaderboard: dice.pick(BOARDS),
    document: document ?? dice.pick(DOCUMENTS),
    line: dice.pick([1, 2]),
    values: Object.fromEntries(dice.some(SPLITS, 3).map((split) => [split, cell(dice)])),
  }));
}

function cell(dice: Dice): string | ScoreValue {
  if (dice.chance(0.1)) return "";
  const value = dice.pick(VALUES);
  return dice.chance(0.3) ? { reported: `${value} points`, value, uncertainty: "0.10" } : value;
}

function shuffled<Item>(dice: Dice, items: Item[]): Item[] {
  return dice.chance(0.5) ? items : [...items].reverse();
}
