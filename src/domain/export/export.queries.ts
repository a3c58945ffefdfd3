import { type Sql, sql } from "../../db/sql";
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

/** The revision of the data that are exported. */
export const revisionRow: Sql = sql`SELECT revision FROM data_revision`;

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
