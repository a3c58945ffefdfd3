import type { RankingQueryVariables, SubmissionWhere } from "../api/operations";
import type { ExportLink } from "../parts/page-head";

const FORMS = [
  ["CSV", "csv", "the whole list for programs and spreadsheets"],
  ["LaTeX", "tex", "the whole list as a table with booktabs"],
  ["BibTeX", "bib", "the papers that these submissions cite"],
] as const;

const COLUMNS =
  "OVERALL_RANK,SUBMISSION,ORGANISATIONS,SUBMITTED_ON,LOSS_FUNCTIONS,BACKBONES,TRAINING_DATASETS,VALUE";

function links(base: string, parameters: Record<string, unknown>): ExportLink[] {
  return FORMS.map(([name, ending, what]) => {
    // A bibliography knows no columns.
    const given = Object.entries(parameters).filter(
      ([key, value]) => value != null && !(ending === "bib" && key === "columns"),
    );
    return { name, what, address: withParameters(`${base}.${ending}`, Object.fromEntries(given)) };
  });
}

/** An address with the parameters that are given. */
function withParameters(address: string, parameters: Record<string, unknown>): string {
  const given = Object.entries(parameters).filter(([, value]) => value != null);
  const search = new URLSearchParams(given.map(([key, value]) => [key, asText(value)]));
  return search.size > 0 ? `${address}?${search}` : address;
}

function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The ranking that is shown, as files. */
export function rankingFiles(ref: string, shown: Partial<RankingQueryVariables>): ExportLink[] {
  const { split, ties, direction, asOf, where } = shown;
  const name = encodeURIComponent(ref);
  const place = { split, direction, asOf, where };
  return [
    ...links(`/export/rankings/${name}`, { ...place, ties, columns: COLUMNS }),
    {
      name: "SVG",
      what: "the state of the art over time as a figure",
      address: withParameters(`/export/figures/state-of-the-art/${name}.svg`, place),
    },
    {
      name: "SVG, bars",
      what: "the first twenty as bars",
      address: withParameters(`/export/figures/rankings/${name}.svg`, { ...place, ties }),
      isMinor: true,
    },
  ];
}

/** The submissions that are shown, as files. */
export function submissionFiles(where: SubmissionWhere | undefined): ExportLink[] {
  return links("/export/submissions", { where });
}
