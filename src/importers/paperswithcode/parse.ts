import { Basis } from "../../domain/claim/basis";
import type { Entry } from "../entry";
import type { FormatOptions } from "../format";
import type { Located } from "../input/located";
import type { NamedClaim, NamedPaper, NamedResult, NamedSubmission } from "../named-result";
import type { Problem } from "../problem";
import { Leaderboards } from "./leaderboards";
import type { RowPaper } from "./paper";
import { Part } from "./part";
import { samePapers } from "./same-papers";
import { sourceRecord, titleOf } from "./source";
import { groupRows, type RowGroup } from "./submissions";
import { readTables, type Table } from "./tables";

/** A parsed file, and the slug of the source that it is. */
export interface SourceDocument {
  file: string;
  slug: string;
  document: Located;
}

/** Reads all documents together: what several of them have is one thing. */
export function* parseDocuments(
  documents: readonly SourceDocument[],
  options: FormatOptions,
): Generator<Entry> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const tables: Table[] = [];
  const title = (file: string) => titleOf(file, documents.length > 1, options);
  for (const { file, slug, document } of documents) {
    const top = new Part(document, [], document.value, report);
    yield {
      kind: "record",
      section: "sources",
      record: sourceRecord({ slug, title: title(file), url: options.url }, top),
      place: top.place,
    };
    tables.push(...readTables(top, slug));
  }
  const { groups, remarks } = groupRows(tables);
  for (const { row, message } of remarks) report({ ...row.place, message, level: "warning" });
  const paperOf = samePapers(tables, report);
  const leaderboards = new Leaderboards(groups, options, report);
  const results = groups.map((group) => resultOf(group, leaderboards, paperOf));
  const order = documents.map(({ file }) => file);
  problems.sort(
    (a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
  for (const problem of problems) yield { kind: "problem", problem };
  for (const result of results) yield { kind: "result", result };
}

function resultOf(
  group: RowGroup,
  leaderboards: Leaderboards,
  paperOf: (of: RowPaper) => NamedPaper,
): NamedResult {
  const { occurrences, distinction } = group;
  const [{ table, row }] = occurrences;
  const { day } = row.publishedOn;
  const claims = vagueClaims(group);
  const submission: NamedSubmission = {
    place: row.place,
    benchmark: leaderboards.benchmark(table),
    name: row.name,
    ...(row.name === null && { label: distinction === null ? "Unnamed" : `Unnamed (${distinction})` }),
    ...(distinction !== null && { distinction }),
    ...(day !== undefined && { submittedOn: day }),
    ...(claims.length && { trainingDatasets: claims }),
    ...(row.paper && { papers: [paperOf(row.paper)] }),
  };
  const scores = occurrences.flatMap(({ table, row }) => leaderboards.scores(table, row.cells));
  return { source: table.source, submission, scores };
}

/** "Uses additional data" says that something was used but not what. */
function vagueClaims({ occurrences }: RowGroup): NamedClaim[] {
  const place = occurrences.map(({ row }) => row.additionalData).find((place) => place !== null);
  return place ? [{ basis: Basis.VAGUE, term: "uses_additional_data", place }] : [];
}
