import { BibliographyFormat } from "../../common/bibliography-format";
import { TableFormat } from "../../common/table-format";
import type { RequestContext } from "../../db/request-context";
import { paperEntry } from "../../domain/bibliography/paper-entry";
import { type PaperRole, papersBehind } from "../../domain/bibliography/papers-behind";
import type { Paper } from "../../domain/paper/paper.entity";
import type { RankingConnection, RankingEntry } from "../../domain/ranking/ranking.types";
import type { StatisticsConnection, StatisticsGroup } from "../../domain/statistics/statistics.types";
import type { SubmissionConnection } from "../../domain/submission/submission.connection";
import type { Submission } from "../../domain/submission/submission.entity";
import type { Listing } from "../../domain/table/fill";
import { rankingListing } from "../../domain/table/ranking-table";
import { statisticsListing } from "../../domain/table/statistics-table";
import { submissionListing, submissionsTitle } from "../../domain/table/submission-table";
import { placeName, valuePlace } from "../../domain/table/value-columns";
import { tableWriters } from "../../exporters/tables";
import { documents } from "./documents";
import { type Given, papersOf, rankingOf, statisticsOf, submissionsOf } from "./lists";
import {
  asParquet,
  asText,
  bibliographyFile,
  comparisonFile,
  type FileKind,
  tableFile,
  type WriteTable,
} from "./made-files";
import type { Walked } from "./pages";

const rolesIn = ({ papers }: Given) => papers as PaperRole[];

/** The tables that there are, written in one way or another. */
const tablesBy = (write: WriteTable): Record<string, FileKind> => ({
  rankings: tableFile(documents.rankingTable, rankingOf, rankingListing, write),
  statistics: tableFile(documents.statisticsTable, statisticsOf, groupListing, write),
  submissions: tableFile(documents.submissionTable, submissionsOf, submissionListing, write),
  comparisons: comparisonFile(documents.comparisonTable, write),
});

const tables = tablesBy(asText);
const parquetTables = tablesBy(asParquet);

/** Of groups as a list has them: how figures are rounded is said once for all. */
async function groupListing(
  context: RequestContext,
  list: StatisticsConnection,
  given: Given,
): Promise<Listing<StatisticsGroup>> {
  const { decimals } = given as { decimals: number };
  const { columns, ...listing } = await statisticsListing(context, list, { ...given, decimals });
  const ofGroups = columns.map(({ cell, ...column }) => ({
    ...column,
    cell: (group: StatisticsGroup, context: RequestContext) => cell({ group, decimals }, context),
  }));
  return { ...listing, columns: ofGroups };
}

const bibliographies: Record<string, FileKind> = {
  rankings: bibliographyFile<RankingConnection, RankingEntry>(
    documents.rankingPapers,
    rankingOf,
    async (context, { source }) => `Papers behind ${placeName(await valuePlace(context, source.splitId))}`,
    (context, rows, given) =>
      papersBehind(
        context,
        rows.map(({ submissionId }) => submissionId),
        rolesIn(given),
      ),
  ),
  submissions: bibliographyFile<SubmissionConnection, Submission>(
    documents.submissionPapers,
    submissionsOf,
    async (context, { source }) => `Papers behind ${await submissionsTitle(context, source)}`,
    (context, rows, given) =>
      papersBehind(
        context,
        rows.map(({ id }) => id),
        rolesIn(given),
      ),
  ),
  papers: bibliographyFile<Walked<Paper>, Paper>(
    documents.papers,
    papersOf,
    async () => "Papers",
    async (_, rows) => rows.map(paperEntry),
  ),
};

const TABLE_ENDINGS: Record<string, TableFormat> = Object.fromEntries(
  Object.entries(tableWriters).map(([format, { extension }]) => [extension, format as TableFormat]),
);

const BIBLIOGRAPHY_ENDINGS: Record<string, BibliographyFormat> = {
  bib: BibliographyFormat.BIBTEX,
  biblatex: BibliographyFormat.BIBLATEX,
  json: BibliographyFormat.CSL_JSON,
  ris: BibliographyFormat.RIS,
};

const PARQUET = "parquet";

const TABLES = [...Object.keys(TABLE_ENDINGS), PARQUET].join("|");
const BIBLIOGRAPHIES = Object.keys(BIBLIOGRAPHY_ENDINGS).join("|");

/** The forms that addresses have. */
export const PATHS = [
  `/export/rankings/LEADERBOARD.(${TABLES}|${BIBLIOGRAPHIES})`,
  `/export/statistics/LEADERBOARD.(${TABLES})`,
  `/export/submissions.(${TABLES}|${BIBLIOGRAPHIES})`,
  `/export/comparisons.(${TABLES})`,
  `/export/papers.(${BIBLIOGRAPHIES})`,
];

/** Of these there are tables in Parquet; GraphQL would give the same as lines of JSON. */
function parquetKind(list: string): { kind: FileKind; format: string } | undefined {
  if (!Object.hasOwn(parquetTables, list)) return undefined;
  return { kind: parquetTables[list], format: TableFormat.JSON_LINES };
}

/** The kind of file with that ending, and the format that it says; undefined where there is none. */
export function fileKind(list: string, ending: string): { kind: FileKind; format: string } | undefined {
  if (ending === PARQUET) return parquetKind(list);
  const isTable = Object.hasOwn(TABLE_ENDINGS, ending);
  if (!isTable && !Object.hasOwn(BIBLIOGRAPHY_ENDINGS, ending)) return undefined;
  const kinds = isTable ? tables : bibliographies;
  if (!Object.hasOwn(kinds, list)) return undefined;
  return { kind: kinds[list], format: isTable ? TABLE_ENDINGS[ending] : BIBLIOGRAPHY_ENDINGS[ending] };
}
