import type { RankingQueryVariables, SubmissionWhere } from "../api/operations";
import type { ExportLink } from "../parts/page-head";

const FORMS = [
  ["CSV", "csv", "the whole list for programs and spreadsheets"],
  ["LaTeX", "tex", "the whole list as a table with booktabs"],
  ["BibTeX", "bib", "the papers that these submissions cite"],
] as const;

function links(base: string, parameters: Record<string, unknown>): ExportLink[] {
  return FORMS.map(([name, ending, what]) => {
    // A bibliography knows no columns.
    const given = Object.entries(parameters).filter(
      ([key, value]) => value != null && !(ending === "bib" && key === "columns"),
    );
    const search = new URLSearchParams(given.map(([key, value]) => [key, asText(value)]));
    return { name, what, address: `${base}.${ending}${search.size > 0 ? `?${search}` : ""}` };
  });
}

function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The ranking that is shown, as files. */
export function rankingFiles(ref: string, shown: Partial<RankingQueryVariables>): ExportLink[] {
  const { split, ties, direction, asOf, where } = shown;
  const columns =
    "OVERALL_RANK,SUBMISSION,ORGANISATIONS,SUBMITTED_ON,LOSS_FUNCTIONS,BACKBONES,TRAINING_DATASETS,VALUE";
  const base = `/export/rankings/${encodeURIComponent(ref)}`;
  return links(base, { split, ties, direction, asOf, where, columns });
}

/** The submissions that are shown, as files. */
export function submissionFiles(where: SubmissionWhere | undefined): ExportLink[] {
  return links("/export/submissions", { where });
}
