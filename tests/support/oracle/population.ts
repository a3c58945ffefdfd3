import { Basis } from "../../../src/domain/claim/basis";
import type { ClaimRecord } from "../../../src/domain/claim/claim.commands";
import { CleaningKind } from "../../../src/domain/claim/test-set-cleaning.entity";
import { MetricDirection } from "../../../src/domain/leaderboard/metric.entity";
import type { ScoreRecord } from "../../../src/domain/score/score.commands";
import type { SubmissionRecord } from "../../../src/domain/submission/submission.commands";
import { Reporter, TrainingScale } from "../../../src/domain/submission/submission.entity";
import type { Records } from "../../../src/importers/records";
import { leaderboard, records, score, submission } from "../factories";

/** Random choices that are the same in every run. */
export class Dice {
  constructor(private state: number) {}

  /** A number from 0 up to, but not including, 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.roll() * items.length)];
  }

  /** Up to `most` different items, in their order. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    const wanted = new Set(
      Array.from({ length: Math.floor(this.roll() * (most + 1)) }, () => this.pick(items)),
    );
    return items.filter((item) => wanted.has(item));
  }
}

/** Values with equals in other digits, and neighbours that floating point cannot tell apart. */
export const VALUES = [
  "70.0",
  "70.00",
  "70",
  "0.3",
  "0.30000000000000004",
  "0.30000000000000000001",
  "50.5",
  "99.99",
  "69.9999999999999999999",
  "12.5",
  "-3.25",
] as const;

export const DAYS = [
  "2015-12-31",
  "2016-01-01",
  "2016-01-31",
  "2017-06-15",
  "2017-06-16",
  "2020-02-29",
] as const;

export const TREES = {
  lossFunctions: [
    { slug: "margin", name: "Margin", family: true },
    { slug: "sharp-margin", name: "Sharp margin", parent: "margin", family: true, aliases: ["SM loss"] },
    { slug: "arc", name: "Arc", parent: "sharp-margin", aliases: ["Arc of angle"] },
    { slug: "arc-two", name: "Arc two", parent: "arc" },
    { slug: "cos", name: "Cos", parent: "margin" },
    { slug: "triplets", name: "Triplets" },
    { slug: "hard-triplets", name: "Hard triplets", parent: "triplets" },
  ],
  backbones: [
    { slug: "res", name: "Res", family: true, aliases: ["Residual"] },
    { slug: "res-50", name: "Res-50", parent: "res" },
    { slug: "res-100", name: "Res-100", parent: "res" },
    { slug: "plain-net", name: "Plain net" },
  ],
  trainingDatasets: [
    { slug: "ms", name: "MS Faces", aliases: ["MSF"] },
    { slug: "casia", name: "Casia" },
  ],
  organisations: [
    { slug: "acme", name: "Acme", aliases: ["Acme Corp."] },
    { slug: "bolt", name: "Bolt" },
    { slug: "zurich", name: "Zürich Lab" },
  ],
  papers: [
    { slug: "arc-paper", title: "On arcs" },
    { slug: "res-paper", title: "Residuals 100%_sure" },
  ],
};

const BASES = [Basis.STATED, Basis.STATED, Basis.CITED, Basis.VAGUE];

function claims(dice: Dice, slugs: string[]): ClaimRecord[] {
  return Array.from({ length: Math.floor(dice.roll() * 3.5) }, (_, i) => {
    const basis = dice.pick(BASES);
    const unnamed = basis === Basis.VAGUE || dice.chance(0.1);
    return {
      thing: unnamed ? undefined : dice.pick(slugs),
      basis,
      modified: dice.chance(0.4),
      term: `term ${i}`,
    };
  });
}

/** Boards `up` (higher is better) and `down` (lower is better), both with splits `a` and `b`, and 60 submissions. */
export function population(seed: number): Records {
  const dice = new Dice(seed);
  const slugs = (things: { slug: string }[]) => things.map((thing) => thing.slug);
  const submissions: SubmissionRecord[] = [];
  const scores: ScoreRecord[] = [];
  for (let i = 0; i < 60; i += 1) {
    const name = `${dice.pick(["Zeta", "alpha", "Élan", "Mix_50%", "mixed", "Face", "ﬁne", "😀 grin", "～wave"])} ${i}`;
    const slug = `s-${i}`;
    const described = dice.chance(0.6);
    const parts: Partial<SubmissionRecord> = {
      slug,
      organisations: dice.some(slugs(TREES.organisations), 2),
      submittedOn: dice.chance(0.8) ? dice.pick(DAYS) : undefined,
      trainingScale: dice.chance(0.7) ? dice.pick([TrainingScale.LARGE, TrainingScale.SMALL]) : undefined,
      reportedBy: dice.chance(0.2) ? Reporter.AUTHOR : undefined,
      citations: dice.some(slugs(TREES.papers), 2).map((paper) => ({ paper })),
    };
    if (described) {
      parts.description = { ensembleSize: dice.chance(0.5) ? dice.pick([1, 2, 3, 6]) : undefined };
      parts.lossFunctions = claims(dice, slugs(TREES.lossFunctions));
      parts.backbones = claims(dice, slugs(TREES.backbones));
      parts.trainingDatasets = claims(dice, slugs(TREES.trainingDatasets));
      const kind = dice.pick([CleaningKind.NONE, CleaningKind.OWN, CleaningKind.PUBLISHED_LIST] as const);
      if (dice.chance(0.5)) parts.testSetCleaning = { kind };
    }
    if (i > 5 && dice.chance(0.3)) {
      parts.variantOf = [
        { submission: `s-${Math.floor(dice.roll() * i)}`, onlyDifference: dice.chance(0.7) },
      ];
    }
    const made = submission(name, parts);
    submissions.push(dice.chance(0.15) ? { ...made, name: undefined, label: `Row ${i}` } : made);
    for (const board of ["up", "down"]) {
      const values = Object.fromEntries(
        ["a", "b"].flatMap((split) =>
          dice.chance(0.75) ? [[split, dice.chance(0.9) ? dice.pick(VALUES) : ""]] : [],
        ),
      );
      scores.push(score(slug, board, values));
    }
  }
  const down = leaderboard("down", { direction: MetricDirection.LOWER_IS_BETTER });
  const up = leaderboard("up");
  return records({
    ...TREES,
    metrics: [...up.metrics, ...down.metrics],
    leaderboards: [...up.leaderboards, ...down.leaderboards],
    submissions,
    scores,
  });
}
