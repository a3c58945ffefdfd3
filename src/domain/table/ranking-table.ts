import { ArgsType, Field } from "type-graphql";
import { andThen } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { COUNTING_BASES } from "../claim/basis";
import { loadRow } from "../node/row.loaders";
import type { RankingConnection, RankingEntry } from "../ranking/ranking.types";
import type { Score } from "../score/score.entity";
import type { Submission } from "../submission/submission.entity";
import {
  type ColumnDefinition,
  chosenColumns,
  columnEnum,
  columnOf,
  type FilledColumn,
} from "./column-definition";
import type { Listing } from "./fill";
import { directionNotes, selectionNotes, tiesNote } from "./ranked-notes";
import { ofSubmission, submissionColumns } from "./submission-columns";
import { TableArgs } from "./table.types";
import {
  betterBy,
  metricHeading,
  placeName,
  scoreCell,
  TableValueColumn,
  VALUES_ARGUMENT,
  valueColumns,
  valuePlace,
} from "./value-columns";

const scoreOf = (context: RequestContext, { scoreId }: RankingEntry) => loadRow(context, "Score", scoreId);

const entryColumns = {
  RANK: {
    heading: "Place",
    kind: "rank",
    description: "Place within the selection, by the ranking's tie rule.",
    cell: ({ rank }) => ({ text: String(rank) }),
  },
  OVERALL_RANK: {
    heading: "Overall place",
    kind: "rank",
    description: "Place within the whole split, by the same tie rule.",
    cell: ({ overallRank }) => ({ text: String(overallRank) }),
  },
  VALUE: {
    heading: "Value",
    kind: "number",
    description: "The value as published; its heading is the metric with its unit. The best ones are marked.",
    cell: (entry, context) => andThen(scoreOf(context, entry), scoreCell),
  },
  UNCERTAINTY: {
    heading: "±",
    kind: "number",
    description: "Published uncertainty of the value, in the metric's unit.",
    cell: (entry, context) =>
      andThen(scoreOf(context, entry), (score) => {
        const { uncertainty } = score as Score;
        return uncertainty === null ? null : { text: uncertainty };
      }),
  },
  BEHIND_LEADER: {
    heading: "Behind the leader",
    kind: "number",
    description: "Distance to the leader of the whole split, in the metric's unit.",
    cell: ({ behindLeader }) => ({ text: String(behindLeader) }),
  },
} as const satisfies Record<string, ColumnDefinition<RankingEntry>>;

type EntryColumnName = keyof typeof entryColumns;

export const RankingColumn = columnEnum("RankingColumn", "What a table of a ranking can have as columns.", {
  ...entryColumns,
  ...submissionColumns,
});
export type RankingColumn = keyof typeof RankingColumn;

const PRESET: readonly RankingColumn[] = ["RANK", "SUBMISSION", "SUBMITTED_ON", "VALUE"];

@ArgsType()
export class RankingTableArgs extends TableArgs {
  @Field(() => [RankingColumn], {
    nullable: true,
    description: `Its columns, each once; [${PRESET.join(", ")}] when not given.`,
  })
  columns?: RankingColumn[] | null;

  @Field(() => [TableValueColumn], { nullable: true, description: VALUES_ARGUMENT })
  values?: TableValueColumn[] | null;
}

const ofEntry = (column: FilledColumn<Submission>): FilledColumn<RankingEntry> =>
  ofSubmission(column, ({ submissionId }) => submissionId);

const isOfEntry = (name: RankingColumn): name is EntryColumnName => Object.hasOwn(entryColumns, name);

/** What a table of a ranking lists, whichever of its pages. */
export async function rankingListing(
  context: RequestContext,
  { source }: RankingConnection,
  args: Pick<RankingTableArgs, "columns" | "values" | "basis">,
): Promise<Listing<RankingEntry>> {
  const { splitId, ties, used, asOf, isFiltered } = source;
  const basis = args.basis ?? COUNTING_BASES;
  const names = chosenColumns(args.columns, PRESET);
  const [place, values] = await Promise.all([
    valuePlace(context, splitId),
    valueColumns(context, args.values),
  ]);
  const columns = names.map((name): FilledColumn<RankingEntry> => {
    if (!isOfEntry(name)) return ofEntry(columnOf(name, submissionColumns[name], basis));
    const column = columnOf<RankingEntry>(name, entryColumns[name], basis);
    if (name !== "VALUE") return column;
    return { ...column, heading: metricHeading(place.metric), better: betterBy(used), bestFirst: true };
  });
  const ranked = names.includes("RANK") || names.includes("OVERALL_RANK");
  return {
    title: placeName(place),
    notes: [
      ...directionNotes([{ place, used }, ...values.places]),
      ...(ranked ? [tiesNote(ties)] : []),
      ...selectionNotes({ asOf, isFiltered }),
    ],
    columns: [...columns, ...values.columns.map(ofEntry)],
  };
}
