import { ArgsType, Field, Float, Int, ObjectType } from "type-graphql";
import { type ConnectionSource, connectionType } from "../../common/pagination/connection";
import { Grouping } from "../facet/grouping";
import type { RankedSelection } from "../ranking/ranking.connection";
import { type RankedPlace, SelectionArgs } from "../ranking/ranking.types";
import type { StatisticsRow } from "./statistics.queries";

@ObjectType({
  description:
    "Figures of one group of a split's rows, in the metric's unit. Medians and means are computed from exact decimals.",
})
export class StatisticsGroup implements StatisticsRow {
  bestScoreId: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Machine-readable key: a slug, an enum value such as `LARGE`, a year such as `2015`; null for the group of what is not known.",
  })
  key: string | null;

  @Field({ description: "What to show people; `Unknown` for the group of what is not known." })
  label: string;

  @Field(() => Int, { description: "How many rows with a value are in the group." })
  count: number;

  @Field(() => Float, { description: "Arithmetic mean of the values." })
  mean: number;

  @Field(() => Float, {
    description: "Middle value; the mean of the two middle ones where their number is even.",
  })
  median: number;

  @Field(() => Float, {
    nullable: true,
    description: "Standard deviation of the sample (divisor n - 1); null for a single row.",
  })
  standardDeviation: number | null;

  @Field(() => Float, { description: "Smallest value, whether that is good or bad." })
  min: number;

  @Field(() => Float, { description: "Largest value, whether that is good or bad." })
  max: number;
}

@ArgsType()
export class StatisticsArgs extends SelectionArgs {
  @Field(() => Grouping, {
    description: "What to group by. A submission with two of a kind, such as two losses, is in two groups.",
  })
  groupBy: Grouping;
}

/** Where statistics come from. */
interface StatisticsSource extends ConnectionSource<StatisticsGroup>, RankedPlace {
  groupBy: Grouping;
  selection: RankedSelection;
}

export const StatisticsConnection = connectionType<StatisticsGroup, StatisticsSource>(
  "StatisticsConnection",
  () => StatisticsGroup,
  "groups with their figures: groups of time in order, others by their best value, the group of what is not known last and only when it is not empty",
);
export type StatisticsConnection = InstanceType<typeof StatisticsConnection>;
