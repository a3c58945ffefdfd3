import { REVISION } from "../../db/data-revision";
import { raw, type Sql, sql } from "../../db/sql";
import {
  benchmarkRows,
  leaderboardRows,
  metricRows,
  organisationRows,
  paperRows,
  sourceRows,
  trainingDatasetRows,
  treeRows,
} from "./catalogue-rows.queries";
import { scoreRows } from "./score-rows.queries";
import { submissionRows } from "./submission-rows.queries";

/** A part of the graph: how its rows are read, and how many at a time. */
export interface ExportedSection {
  name: string;
  rows: Sql;
  pageSize: number;
}

const PAGE = 1000;

/** The revision of the data that are exported, and when it was made (ISO 8601, UTC). */
export const revisionRow: Sql = sql`SELECT revision,
  to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt" FROM data_revision`;

/** The same as the data revision says it, by which revisions are told apart. */
export const revisionText: Sql = sql`SELECT ${raw(REVISION)} AS revision FROM data_revision`;

/** The documents that the data were read from, by title. */
export const sourceTitleRows: Sql = sql`SELECT title, url FROM source ORDER BY title COLLATE "C", id`;

/**
 * The whole graph, section by section, in an order that nothing but the data decide. The columns of a row are what an
 * import takes, references being slugs; null is what is not known. Neither ids nor what can be derived are among them.
 */
export const exportedSections: readonly ExportedSection[] = [
  // Each may have a long text.
  { name: "sources", rows: sourceRows, pageSize: 10 },
  { name: "benchmarks", rows: benchmarkRows, pageSize: PAGE },
  { name: "metrics", rows: metricRows, pageSize: PAGE },
  { name: "leaderboards", rows: leaderboardRows, pageSize: PAGE },
  { name: "papers", rows: paperRows, pageSize: PAGE },
  { name: "lossFunctions", rows: treeRows("loss_function"), pageSize: PAGE },
  { name: "backbones", rows: treeRows("backbone"), pageSize: PAGE },
  { name: "trainingDatasets", rows: trainingDatasetRows, pageSize: PAGE },
  { name: "organisations", rows: organisationRows, pageSize: PAGE },
  { name: "submissions", rows: submissionRows, pageSize: PAGE },
  { name: "scores", rows: scoreRows, pageSize: PAGE },
];
