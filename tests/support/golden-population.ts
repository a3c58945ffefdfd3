import { Basis } from "../../src/domain/claim/basis";
import { CleaningKind } from "../../src/domain/claim/test-set-cleaning.entity";
import type { ScoreRecord } from "../../src/domain/score/score.commands";
import type { SubmissionRecord } from "../../src/domain/submission/submission.commands";
import { TrainingScale } from "../../src/domain/submission/submission.entity";
import type { Records } from "../../src/importers/records";
import { leaderboard, records, score, submission } from "./factories";

const DAY = 86_400_000;

/** The slug of the submission with this number. */
export const submissionSlug = (i: number) => `item-submission-${i}`;

const boardSlug = (i: number) => `item-board-${i}`;

/** Trees of two levels: every even thing is a family, in which the odd one after it stands. */
function things(kind: string, size: number, tree: boolean) {
  return numbers(size).map((i) => ({
    slug: `item-${kind}-${i}`,
    name: `Item ${kind} ${i}`,
    aliases: [`Other ${kind} ${i}`],
    introducedBy: `item-paper-${i}`,
    ...(tree && { family: i % 2 === 0, parent: i % 2 ? `item-${kind}-${i - 1}` : undefined }),
  }));
}

/** Even submissions state everything; the odd one after each differs in one thing and inherits the rest. */
function submissionOf(i: number, size: number): SubmissionRecord {
  const states = (kind: string) => [
    { thing: `item-${kind}-${i + 1}`, basis: Basis.STATED, term: "stated" },
    { thing: `item-${kind}-${i}`, basis: Basis.STATED, modified: true },
  ];
  const common: Partial<SubmissionRecord> = {
    slug: submissionSlug(i),
    benchmark: `item-benchmark-${i - (i % 2)}`,
    source: { document: `item-source-${i}`, line: 1 },
    aliases: [`Other submission ${i}`],
    organisations: [`item-organisation-${i}`, `item-organisation-${(i + 1) % size}`],
    submittedOn: new Date(Date.UTC(2016, 0, 1) + i * DAY).toISOString().slice(0, 10),
    trainingScale: i % 2 ? TrainingScale.LARGE : TrainingScale.SMALL,
    citations: [{ paper: `item-paper-${i}` }, { paper: `item-paper-${(i + 1) % size}` }],
    likelyDescriptions: [{ submission: submissionSlug((i + 1) % size), reason: "The names are alike." }],
    description: { ensembleSize: 1 + (i % 3) },
  };
  const own: Partial<SubmissionRecord> =
    i % 2
      ? {
          variantOf: [
            { submission: submissionSlug(i - 1), onlyDifference: true, differences: ["more data"] },
          ],
        }
      : {
          lossFunctions: states("loss"),
          backbones: states("backbone"),
          trainingDatasets: states("dataset"),
          testSetCleaning: { kind: CleaningKind.OWN },
        };
  return submission(`Item submission ${i}`, { ...common, ...own });
}

/**
 * As many things of every kind as `size`, an even number. Whatever `size` is, any page has something in every list
 * of it: only how many there are differs. Every submission has scores on the first leaderboard and on its own.
 */
export function goldenPopulation(size: number): Records {
  const boards = numbers(size).map((i) => leaderboard(boardSlug(i)));
  const scores: ScoreRecord[] = numbers(size).flatMap((i) =>
    [...new Set([0, i])].map((board) =>
      score(submissionSlug(i), boardSlug(board), { a: String(10 + i / 10), b: String(50 - i / 10) }),
    ),
  );
  return records({
    sources: numbers(size).map((i) => ({
      slug: `item-source-${i}`,
      title: `Item source ${i}`,
      doesNotSay: [{ topic: "hardware", statement: "It does not say what it ran on." }],
    })),
    benchmarks: numbers(size).map((i) => ({
      slug: `item-benchmark-${i}`,
      name: `Item benchmark ${i}`,
      aliases: [`Other benchmark ${i}`],
    })),
    metrics: boards.flatMap((board) => board.metrics),
    leaderboards: boards
      .flatMap((board) => board.leaderboards)
      .map((board, i) => ({
        ...board,
        aliases: [`Other board ${i}`],
        benchmark: `item-benchmark-${i - (i % 2)}`,
      })),
    papers: numbers(size).map((i) => ({
      slug: `item-paper-${i}`,
      title: `Item paper ${i}`,
      aliases: [`Other paper ${i}`],
      authors: ["A. Author", "B. Author"],
    })),
    lossFunctions: things("loss", size, true),
    backbones: things("backbone", size, true),
    trainingDatasets: things("dataset", size, false),
    organisations: numbers(size).map((i) => ({
      slug: `item-organisation-${i}`,
      name: `Item organisation ${i}`,
      aliases: [`Other organisation ${i}`],
    })),
    submissions: numbers(size).map((i) => submissionOf(i, size)),
    scores: scores.map((row) => ({ ...row, document: "item-source-0" })),
  });
}

/** The numbers from 0 up to, but not including, `size`. */
export function numbers(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}
