import type { Comparison } from "./measure";

const KINDS = {
  LossFunction: "loss functions",
  Backbone: "backbones",
  TrainingDataset: "training datasets",
  Paper: "papers",
} as const;

/** Precision and recall of comparisons by kind, as a table in Markdown. */
export function ratesTable(comparisons: readonly Comparison[]): string {
  const rows = Object.entries(KINDS).map(([kind, label]) => {
    const ofKind = comparisons.filter((one) => one.kind === kind);
    const claimed = ofKind.filter((one) => one.claimed).length;
    const found = ofKind.filter((one) => one.found).length;
    const right = ofKind.filter((one) => one.claimed && one.found).length;
    return `| ${label} | ${claimed} | ${found} | ${right} | ${rate(right, found)} | ${rate(right, claimed)} |`;
  });
  const head = ["| kind | claimed | found | right | precision | recall |", "|---|---|---|---|---|---|"];
  return [...head, ...rows].join("\n");
}

/** What was found without a claim, and what was claimed but not found, as a table in Markdown. */
export function differencesTable(comparisons: readonly Comparison[]): string {
  const different = comparisons.filter(({ claimed, found }) => claimed !== found);
  if (different.length === 0) return "No difference.";
  const rows = different.map(
    ({ description, kind, thing, term, found }) =>
      `| ${found ? "not claimed" : "missed"} | ${description} | ${KINDS[kind]} | ${thing} | ${term} |`,
  );
  return ["| | description | kind | thing | term |", "|---|---|---|---|---|", ...rows].join("\n");
}

function rate(part: number, whole: number): string {
  return whole === 0 ? "-" : (part / whole).toFixed(3);
}
