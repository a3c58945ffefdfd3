import type { ReactNode } from "react";
import { type ClaimLine, Claims, claimsOf } from "./claims";
import type { Comparison } from "./compare-table";
import { Organisations } from "./organisations";

type Compared = Comparison["submissions"][number];

/** A row of a comparison. */
export interface CompareRow {
  name: string;
  cells: ReactNode[];
  differs: boolean;
}

const CLEANING = {
  NONE: "not cleaned",
  OWN: "in the submitter’s own way",
  PUBLISHED_LIST: "with a published list",
  UNKNOWN: null,
};

/** What is known of each, row by row. */
export function compareRows(submissions: readonly Compared[]): CompareRow[] {
  const row = (
    name: string,
    keyOf: (of: Compared) => string,
    cellOf: (of: Compared) => ReactNode,
  ): CompareRow => ({
    name,
    cells: submissions.map(cellOf),
    differs: new Set(submissions.map(keyOf)).size > 1,
  });
  const text = (name: string, of: (submission: Compared) => string | number | null) =>
    row(
      name,
      (submission) => String(of(submission)),
      (submission) => of(submission) ?? <span className="unknown">unknown</span>,
    );
  const claims = (name: string, address: string, of: (submission: Compared) => readonly ClaimLine[]) =>
    row(
      name,
      (submission) => of(submission).map(keyOfClaim).sort().join("\n"),
      (submission) => <Claims claims={of(submission)} address={address} />,
    );
  return [
    row(
      "Organisation",
      ({ organisations }) => organisations.map(({ id }) => id).join(),
      ({ organisations, label }) => <Organisations organisations={organisations} label={label} />,
    ),
    text("Date", ({ submittedOn }) => submittedOn),
    text("Summary", ({ summary }) => summary),
    row(
      "Variant of",
      ({ variantOf }) => JSON.stringify(variantOf.map(({ submission }) => submission.id)),
      variantCell,
    ),
    claims("Loss", "/losses", (submission) => claimsOf(submission).losses),
    claims("Backbone", "/backbones", (submission) => claimsOf(submission).backbones),
    claims("Training data", "/datasets", (submission) => claimsOf(submission).datasets),
    text("Training set size class", ({ trainingScale }) => trainingScale?.toLowerCase() ?? null),
    text("Test set cleaning", ({ testSetCleaning }) => CLEANING[testSetCleaning.kind]),
    text("Combined networks", ({ ensembleSize }) => ensembleSize),
    text("Scores reported by", ({ reportedBy }) => reportedBy?.toLowerCase() ?? null),
  ];
}

/** How surely it is known is no difference in what was done: the marks show that. */
function keyOfClaim({ modified, thing, term, note }: ClaimLine): string {
  return [modified, thing?.slug ?? term, String(note)].join();
}

function variantCell({ variantOf }: Compared): ReactNode {
  if (variantOf.length === 0) return <span className="note">of none that a source names</span>;
  return variantOf.map(({ submission, differences, onlyDifference }) => (
    <p key={submission.id}>
      {submission.label}: {differences.join("; ")}
      <span className="note">
        {onlyDifference ? " (the only difference)" : " (not called the only difference)"}
      </span>
    </p>
  ));
}
