import { ArgsType, Field } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { COUNTING_BASES } from "../claim/basis";
import { loadRow } from "../node/row.loaders";
import type { SubmissionConnection } from "../submission/submission.connection";
import type { Submission } from "../submission/submission.entity";
import { chosenColumns, columnEnum, columnOf } from "./column-definition";
import type { Listing } from "./fill";
import { directionNotes, selectionNotes } from "./ranked-notes";
import { type SubmissionColumnName, submissionColumns } from "./submission-columns";
import { TableArgs } from "./table.types";
import { placeName, TableValueColumn, VALUES_ARGUMENT, valueColumns, valuePlace } from "./value-columns";

export const SubmissionColumn = columnEnum(
  "SubmissionColumn",
  "What a table of submissions can have as columns.",
  submissionColumns,
);

const PRESET: readonly SubmissionColumnName[] = [
  "SUBMISSION",
  "ORGANISATIONS",
  "SUBMITTED_ON",
  "LOSS_FUNCTIONS",
  "BACKBONES",
  "TRAINING_DATASETS",
];

@ArgsType()
export class SubmissionTableArgs extends TableArgs {
  @Field(() => [SubmissionColumn], {
    nullable: true,
    description: `Its columns, each once; [${PRESET.join(", ")}] when not given.`,
  })
  columns?: SubmissionColumnName[] | null;

  @Field(() => [TableValueColumn], { nullable: true, description: VALUES_ARGUMENT })
  values?: TableValueColumn[] | null;
}

/** What a list of submissions is called, by the side that it was asked for from. */
async function titleOf(
  context: RequestContext,
  { scope, parentId }: SubmissionConnection["source"],
): Promise<string> {
  switch (scope.of) {
    case "All":
      return "Submissions";
    case "SplitWithoutValue":
      return `Submissions without a value on ${placeName(await valuePlace(context, parentId))}`;
    case "Paper":
      return `Submissions that cite ${(await loadRow(context, "Paper", parentId))?.title}`;
    case "Benchmark":
      return `Submissions to ${(await loadRow(context, "Benchmark", parentId))?.name}`;
    case "Organisation":
      return `Submissions of ${(await loadRow(context, "Organisation", parentId))?.name}`;
    default:
      return `Submissions with a claim on ${(await loadRow(context, scope.of, parentId))?.name}`;
  }
}

/** What a table of a list of submissions lists, whichever of its pages. */
export async function submissionListing(
  context: RequestContext,
  { source }: SubmissionConnection,
  args: Pick<SubmissionTableArgs, "columns" | "values" | "basis">,
): Promise<Listing<Submission>> {
  const basis = args.basis ?? COUNTING_BASES;
  const names = chosenColumns(args.columns, PRESET);
  const [title, values] = await Promise.all([titleOf(context, source), valueColumns(context, args.values)]);
  const columns = names.map((name) => columnOf<Submission>(name, submissionColumns[name], basis));
  return {
    title,
    notes: [
      ...directionNotes(values.places),
      ...selectionNotes({ asOf: null, isFiltered: source.isFiltered }),
    ],
    columns: [...columns, ...values.columns],
  };
}
