import { seeded } from "./random";

export interface BundleSize {
  scores: number;
  /** Scores of each submission, at most as many as there are leaderboards. */
  scoresPerSubmission?: number;
  leaderboards?: number;
  seed?: number;
}

const LOSSES = 40;
const BACKBONES = 150;
const ORGANISATIONS = 500;

/** The lines of a bundle in JSON Lines with as many scores as asked for: the same lines for the same numbers. */
export function* generatedBundle(size: BundleSize): Generator<string> {
  const { scores, scoresPerSubmission = 20, leaderboards = 200, seed = 1 } = size;
  const random = seeded(seed);
  const one = (most: number) => Math.floor(random() * most);
  const line = (section: string, record: object) => `${JSON.stringify({ [section]: record })}\n`;
  yield line("sources", { slug: "generated", title: "Generated results" });
  yield line("benchmarks", { slug: "generated", name: "Generated" });
  yield line("metrics", {
    slug: "generated-accuracy",
    name: "Accuracy",
    unit: "%",
    direction: "HIGHER_IS_BETTER",
  });
  for (let i = 0; i < leaderboards; i += 1) {
    yield line("leaderboards", {
      slug: `board-${i}`,
      name: `Board ${i}`,
      benchmark: "generated",
      metric: "generated-accuracy",
      splits: [{ slug: "test", name: "Test", default: true }],
    });
  }
  for (let i = 0; i < LOSSES; i += 1) yield line("lossFunctions", { slug: `loss-${i}`, name: `Loss ${i}` });
  for (let i = 0; i < BACKBONES; i += 1) yield line("backbones", { slug: `net-${i}`, name: `Net ${i}` });
  for (let i = 0; i < ORGANISATIONS; i += 1)
    yield line("organisations", { slug: `lab-${i}`, name: `Lab ${i}` });
  for (let done = 0, i = 0; done < scores; i += 1) {
    const slug = `method-${i}`;
    yield line("submissions", {
      slug,
      name: `Method ${i}`,
      benchmark: "generated",
      organisations: [`lab-${one(ORGANISATIONS)}`],
      submittedOn: new Date(Date.UTC(2015, 0, 1 + one(4_000))).toISOString().slice(0, 10),
      source: { document: "generated", line: i + 1 },
      lossFunctions: [{ lossFunction: `loss-${one(LOSSES)}`, basis: "STATED", term: "as written" }],
      backbones: [{ backbone: `net-${one(BACKBONES)}`, basis: "STATED", term: "as written" }],
    });
    const first = one(leaderboards);
    for (let nth = 0; nth < scoresPerSubmission && done < scores; nth += 1, done += 1) {
      yield line("scores", {
        submission: slug,
        leaderboard: `board-${(first + nth) % leaderboards}`,
        document: "generated",
        line: i + 1,
        values: { test: (random() * 100).toFixed(3) },
      });
    }
  }
}
