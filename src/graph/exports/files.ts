import { BibliographyFormat } from "../../common/bibliography-format";
import type { TableFormat } from "../../common/table-format";
import { paperEntry } from "../../domain/bibliography/paper-entry";
import { type PaperRole, papersBehind } from "../../domain/bibliography/papers-behind";
import type { Paper } from "../../domain/paper/paper.entity";
import type { RankingConnection, RankingEntry } from "../../domain/ranking/ranking.types";
import type { SubmissionConnection } from "../../domain/submission/submission.connection";
import type { Submission } from "../../domain/submission/submission.entity";
import { rankingListing } from "../../domain/table/ranking-table";
import { submissionListing, submissionsTitle } from "../../domain/table/submission-table";
import { placeName, valuePlace } from "../../domain/table/value-columns";
import { tableWriters } from "../../exporters/tables";
import { documents } from "./documents";
import { type Given, papersOf, rankingOf, submissionsOf } from "./lists";
import { bibliographyFile, type FileKind, tableFile } from "./made-files";
import type { Walked } from "./pages";

const rolesIn = ({ papers }: Given) => papers as PaperRole[];

const tables: Record<string, FileKind> = {
  rankings: tableFile(documents.rankingTable, rankingOf, rankingListing),
  submissions: tableFile(documents.submissionTable, submissionsOf, submissionListing),
};

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

const endings = (of: object) => Object.keys(of).join("|");

/** The forms that addresses have. */
export const PATHS = [
  `/export/rankings/LEADERBOARD.(${endings(TABLE_ENDINGS)}|${endings(BIBLIOGRAPHY_ENDINGS)})`,
  `/export/submissions.(${endings(TABLE_ENDINGS)}|${endings(BIBLIOGRAPHY_ENDINGS)})`,
  `/export/papers.(${endings(BIBLIOGRAPHY_ENDINGS)})`,
];

/** The kind of file with that ending, and the format that it says; undefined where there is none. */
export function fileKind(list: string, ending: string): { kind: FileKind; format: string } | undefined {
  const isTable = Object.hasOwn(TABLE_ENDINGS, ending);
  if (!isTable && !Object.hasOwn(BIBLIOGRAPHY_ENDINGS, ending)) return undefined;
  const kinds = isTable ? tables : bibliographies;
  if (!Object.hasOwn(kinds, list)) return undefined;
  return { kind: kinds[list], format: isTable ? TABLE_ENDINGS[ending] : BIBLIOGRAPHY_ENDINGS[ending] };
}
