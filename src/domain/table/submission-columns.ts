import { andThen } from "../../common/loader";
import type { Cell } from "../../common/table";
import type { Benchmark } from "../benchmark/benchmark.entity";
import { loadRow } from "../node/row.loaders";
import type { Source } from "../source/source.entity";
import { loadCitations, loadOrganisations } from "../submission/linked.loaders";
import { Reporter, type Submission, TrainingScale } from "../submission/submission.entity";
import { claimsCell, cleaningCell } from "./claim-cells";
import type { ColumnDefinition, FilledColumn } from "./column-definition";

const single = (text: string | number | null | undefined): Cell =>
  text == null ? null : { text: String(text) };

const SCALES = { [TrainingScale.LARGE]: "large", [TrainingScale.SMALL]: "small" };
const REPORTERS = { [Reporter.AUTHOR]: "author" };

const BASIS = "Which claims are listed, `basis` says.";

/** What tables can say of a submission. */
export const submissionColumns = {
  SUBMISSION: {
    heading: "Submission",
    kind: "text",
    namesRow: true,
    description: "Name of the submission, or what to call it where the source lost the name.",
    cell: ({ label }) => single(label),
  },
  SLUG: {
    heading: "Slug",
    kind: "text",
    description: "Short name of the submission for addresses and references.",
    cell: ({ slug }) => single(slug),
  },
  BENCHMARK: {
    heading: "Benchmark",
    kind: "text",
    description: "Name of the benchmark that it was submitted to.",
    cell: ({ benchmarkId }, context) =>
      andThen(loadRow(context, "Benchmark", benchmarkId), (row) => single((row as Benchmark).name)),
  },
  ORGANISATIONS: {
    heading: "Organisation",
    kind: "list",
    description: "Who made it, in the order of the source.",
    cell: ({ id }, context) =>
      andThen(loadOrganisations(context, null, id), (rows) => ({
        items: rows.map(({ name }) => ({ text: name })),
      })),
  },
  SUBMITTED_ON: {
    heading: "Date",
    kind: "date",
    description: "Day of submission as published, YYYY-MM-DD.",
    cell: ({ submittedOn }) => single(submittedOn),
  },
  LOSS_FUNCTIONS: {
    heading: "Loss",
    kind: "list",
    description: `Loss functions it was trained with. ${BASIS}`,
    cell: claimsCell("LossFunction"),
  },
  BACKBONES: {
    heading: "Backbone",
    kind: "list",
    description: `Backbones it computes its features with. ${BASIS}`,
    cell: claimsCell("Backbone"),
  },
  TRAINING_DATASETS: {
    heading: "Training data",
    kind: "list",
    description: `Datasets it was trained on. ${BASIS}`,
    cell: claimsCell("TrainingDataset"),
  },
  TRAINING_SCALE: {
    heading: "Training size",
    kind: "text",
    description: "Size class of the training set as published: large or small.",
    cell: ({ trainingScale }) => single(trainingScale && SCALES[trainingScale]),
  },
  TEST_SET_CLEANING: {
    heading: "Test set",
    kind: "list",
    description: `Whether and how its test set was cleaned. ${BASIS}`,
    cell: cleaningCell,
  },
  ENSEMBLE_SIZE: {
    heading: "Networks",
    kind: "count",
    description: "How many networks are combined, 1 for a single model.",
    cell: ({ ensembleSize }) => single(ensembleSize),
  },
  CITED_PAPERS: {
    heading: "Cites",
    kind: "list",
    description: "Titles of the papers that its description refers to. Cited is not used.",
    cell: async ({ id }, context) => {
      const citations = await loadCitations(context, null, id);
      const papers = await Promise.all(citations.map(({ paperId }) => loadRow(context, "Paper", paperId)));
      return { items: papers.flatMap((paper) => (paper ? [{ text: paper.title }] : [])) };
    },
  },
  REPORTED_BY: {
    heading: "Reported by",
    kind: "text",
    description: "Who reported the scores, where the source says so: author.",
    cell: ({ reportedBy }) => single(reportedBy && REPORTERS[reportedBy]),
  },
  SUMMARY: {
    heading: "Summary",
    kind: "text",
    description: "What its description says, summed up by the curators.",
    cell: ({ summary }) => single(summary),
  },
  SOURCE: {
    heading: "Source",
    kind: "link",
    description: "Document and line where the submission stands, with the document's address.",
    cell: ({ sourceId, sourceLine }, context) =>
      andThen(loadRow(context, "Source", sourceId), (row) => {
        const { title, url } = row as Source;
        return { text: sourceLine === null ? title : `${title}, line ${sourceLine}`, url };
      }),
  },
} as const satisfies Record<string, ColumnDefinition<Submission>>;

export type SubmissionColumnName = keyof typeof submissionColumns;

/** A column of submissions, for rows that stand for one each. */
export function ofSubmission<Row>(
  { cell, ...column }: FilledColumn<Submission>,
  idOf: (row: Row) => number,
): FilledColumn<Row> {
  return {
    ...column,
    cell: (row, context) =>
      andThen(loadRow(context, "Submission", idOf(row)), (submission) =>
        cell(submission as Submission, context),
      ),
  };
}
