import { ArgsType, Field, Int } from "type-graphql";
import { badInput } from "../../common/errors";
import { andThen } from "../../common/loader";
import type { Cell } from "../../common/table";
import type { RequestContext } from "../../db/request-context";
import type { Grouping } from "../facet/grouping";
import { loadRow } from "../node/row.loaders";
import type { Score } from "../score/score.entity";
import type { StatisticsConnection, StatisticsGroup } from "../statistics/statistics.types";
import type { Submission } from "../submission/submission.entity";
import {
  type ColumnDefinition,
  chosenColumns,
  columnEnum,
  columnOf,
  type FilledColumn,
} from "./column-definition";
import type { Listing } from "./fill";
import { directionNotes, selectionNotes } from "./ranked-notes";
import { TableArgs } from "./table.types";
import { betterBy, placeName, scoreCell, type ValuePlace, valuePlace } from "./value-columns";

/** Of these, the best ones are marked. */
const DECIDING: readonly string[] = ["MEAN", "MEDIAN", "BEST"];

/** These are computed, and rounded. */
const COMPUTED: readonly string[] = ["MEAN", "MEDIAN", "STANDARD_DEVIATION"];

const MOST_DECIMALS = 10;
const DECIMALS = 2;

/** A group's figures, and how many places computed ones are rounded to. */
export interface GroupRow {
  group: StatisticsGroup;
  decimals: number;
}

/** A computed figure is compared as it is shown: two that look the same are not told apart. */
function rounded(figure: number | null, decimals: number): Cell {
  return figure === null ? null : exactly(figure.toFixed(decimals));
}

const exactly = (text: string): Cell => ({ text, exact: text });

const ROUNDED = "computed from exact decimals and rounded to `decimals` places.";

const groupColumns = {
  GROUP: {
    heading: "Group",
    kind: "text",
    namesRow: true,
    description: "The group; `Unknown` for what is not known.",
    cell: ({ group }) => ({ text: group.label }),
  },
  KEY: {
    heading: "Key",
    kind: "text",
    description: "Machine-readable key of the group, such as a slug or a year.",
    cell: ({ group }) => (group.key === null ? null : { text: group.key }),
  },
  COUNT: {
    heading: "Count",
    kind: "count",
    description: "How many rows with a value are in the group.",
    cell: ({ group }) => ({ text: String(group.count) }),
  },
  MEAN: {
    heading: "Mean",
    kind: "number",
    description: `Arithmetic mean of the values, ${ROUNDED}`,
    cell: ({ group, decimals }) => rounded(group.mean, decimals),
  },
  MEDIAN: {
    heading: "Median",
    kind: "number",
    description: `Middle value, ${ROUNDED}`,
    cell: ({ group, decimals }) => rounded(group.median, decimals),
  },
  STANDARD_DEVIATION: {
    heading: "Standard deviation",
    kind: "number",
    description: `Standard deviation of the sample, ${ROUNDED} A dash for a single row.`,
    cell: ({ group, decimals }) => rounded(group.standardDeviation, decimals),
  },
  MIN: {
    heading: "Smallest",
    kind: "number",
    description: "Smallest value, as a number: without zeros at its end that were published.",
    cell: ({ group }) => exactly(String(group.min)),
  },
  MAX: {
    heading: "Largest",
    kind: "number",
    description: "Largest value, as a number: without zeros at its end that were published.",
    cell: ({ group }) => exactly(String(group.max)),
  },
  BEST: {
    heading: "Best",
    kind: "number",
    description: "Best value in the metric's direction, as published.",
    cell: ({ group }, context) => andThen(loadRow(context, "Score", group.bestScoreId), scoreCell),
  },
  BEST_SUBMISSION: {
    heading: "Best submission",
    kind: "text",
    description: "The submission with the best value; of equals the first by date, then by name.",
    cell: async ({ group }, context) => {
      const score = (await loadRow(context, "Score", group.bestScoreId)) as Score;
      const submission = (await loadRow(context, "Submission", score.submissionId)) as Submission;
      return { text: submission.label };
    },
  },
} as const satisfies Record<string, ColumnDefinition<GroupRow>>;

export const StatisticsColumn = columnEnum(
  "StatisticsColumn",
  "What a table of statistics can have as columns.",
  groupColumns,
);
export type StatisticsColumn = keyof typeof StatisticsColumn;

const PRESET: readonly StatisticsColumn[] = [
  "GROUP",
  "COUNT",
  "MEAN",
  "MEDIAN",
  "STANDARD_DEVIATION",
  "BEST",
  "BEST_SUBMISSION",
];

@ArgsType()
export class StatisticsTableArgs extends TableArgs {
  @Field(() => [StatisticsColumn], {
    nullable: true,
    description: `Its columns, each once; [${PRESET.join(", ")}] when not given.`,
  })
  columns?: StatisticsColumn[] | null;

  @Field(() => Int, {
    defaultValue: DECIMALS,
    description: `Places behind the point of computed figures, 0 to ${MOST_DECIMALS}.`,
  })
  decimals: number;
}

function roundingNote(decimals: number): string {
  return `Computed figures are rounded to ${decimals} ${decimals === 1 ? "place" : "places"} behind the point.`;
}

export const IN_TWO_GROUPS = "A submission with two of a kind is in two groups.";

/** What the groups of a split are called. */
export function groupsTitle(place: ValuePlace, groupBy: Grouping): string {
  return `${placeName(place)}, by ${groupBy.toLowerCase().replaceAll("_", " ")}`;
}

/** What a table of a leaderboard's statistics lists, whichever of its pages. Throws BAD_USER_INPUT for its arguments. */
export async function statisticsListing(
  context: RequestContext,
  { source }: StatisticsConnection,
  { columns: asked, decimals }: Pick<StatisticsTableArgs, "columns" | "decimals">,
): Promise<Listing<GroupRow>> {
  if (decimals < 0 || decimals > MOST_DECIMALS) {
    throw badInput("decimals", `${decimals} is not possible. Give a number from 0 to ${MOST_DECIMALS}.`);
  }
  const { splitId, used, groupBy, asOf, isFiltered } = source;
  const names = chosenColumns(asked, PRESET);
  const place = await valuePlace(context, splitId);
  const columns = names.map((name): FilledColumn<GroupRow> => {
    const column = columnOf<GroupRow>(name, groupColumns[name], []);
    return DECIDING.includes(name) ? { ...column, better: betterBy(used) } : column;
  });
  return {
    title: groupsTitle(place, groupBy),
    notes: [
      ...directionNotes([{ place, used }]),
      IN_TWO_GROUPS,
      ...(names.some((name) => COMPUTED.includes(name)) ? [roundingNote(decimals)] : []),
      ...selectionNotes({ asOf, isFiltered }),
    ],
    columns,
  };
}
