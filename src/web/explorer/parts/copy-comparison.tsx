import { client } from "../api/client";
import { ComparisonTableDocument, type ComparisonTableQuery, type TableFormat } from "../api/operations";
import { textOf } from "../api/use-ask";
import { CopyButton } from "./copy-button";

const FORMATS: readonly [TableFormat, string][] = [
  ["LATEX", "LaTeX"],
  ["MARKDOWN", "Markdown"],
  ["CSV", "CSV"],
];

/** Copies a comparison as a table. No link gives it as a file, so it is asked for when it is wanted. */
export function CopyComparison({ refs }: { refs: readonly string[] }) {
  const ask = async (format: TableFormat) => {
    const text = textOf(ComparisonTableDocument);
    const { data, error } = await client.query<ComparisonTableQuery>(text, { refs, format }).toPromise();
    if (!data?.comparison) throw error ?? new Error("There is no comparison.");
    return data.comparison.table.text;
  };
  return FORMATS.map(([format, name]) => (
    <CopyButton key={format} text={() => ask(format)}>
      Copy as {name}
    </CopyButton>
  ));
}
