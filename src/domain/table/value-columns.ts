import { Field, InputType } from "type-graphql";
import { badInput } from "../../common/errors";
import { andThen } from "../../common/loader";
import type { Better, Cell } from "../../common/table";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import type { Metric } from "../leaderboard/metric.entity";
import type { Split } from "../leaderboard/split.entity";
import { resolveSplit } from "../leaderboard/split.loaders";
import { loadRow } from "../node/row.loaders";
import { RankingDirection, type UsedDirection } from "../ranking/direction";
import { usedDirection } from "../ranking/used-direction";
import type { Score } from "../score/score.entity";
import { loadScores } from "../submission/linked.loaders";
import type { Submission } from "../submission/submission.entity";
import type { FilledColumn } from "./column-definition";

const MOST_VALUES = 20;

@InputType({ description: "A column with the values of submissions on one split." })
export class TableValueColumn {
  @Field(() => String, { description: "Leaderboard: global id, slug, name or alias." })
  leaderboard: string;

  @Field(() => String, {
    nullable: true,
    description: "Split of the leaderboard: global id, slug or name; its default split when not given.",
  })
  split?: string | null;
}

export const VALUES_ARGUMENT = `More columns, behind the others: the values of the submissions on these splits, as published; at most ${MOST_VALUES}.`;

/** A split with all that its values are named by. */
export interface ValuePlace {
  leaderboard: Leaderboard;
  split: Split;
  metric: Metric;
}

/** A split, and which of its values are better; null where nobody says it. */
export interface DirectedPlace {
  place: ValuePlace;
  used: UsedDirection | null;
}

/** What the values of a split are named by. */
export async function valuePlace(context: RequestContext, splitId: number): Promise<ValuePlace> {
  const split = (await loadRow(context, "Split", splitId)) as Split;
  const leaderboard = (await loadRow(context, "Leaderboard", split.leaderboardId)) as Leaderboard;
  const metric = (await loadRow(context, "Metric", leaderboard.metricId)) as Metric;
  return { leaderboard, split, metric };
}

/** The name of what is measured, with its unit. */
export function metricHeading({ name, unit }: Metric): string {
  return unit === null ? name : `${name} (${unit})`;
}

/** The name of a split of a leaderboard. */
export function placeName({ leaderboard, split }: ValuePlace): string {
  return `${leaderboard.name}, ${split.name}`;
}

/** Which values are better; null where nobody says it. */
export function betterBy(used: UsedDirection | null): Better | null {
  return used && (used.direction === RankingDirection.HIGHER_IS_BETTER ? "higher" : "lower");
}

/** The number of a score as published, with the exact decimal. */
export function scoreCell(score: Score | null | undefined): Cell {
  const text = score?.reported ?? score?.value;
  return score && text != null ? { text, exact: score.value } : null;
}

/** The form of a column of values on a split. */
export function valueColumnOf({ place, used }: DirectedPlace) {
  const { leaderboard, split, metric } = place;
  const unit = metric.unit === null ? "" : ` (${metric.unit})`;
  return {
    key: `${leaderboard.slug}/${split.slug}`,
    heading: `${leaderboard.name}, ${split.name}${unit}`,
    kind: "number",
    align: "right",
    better: betterBy(used),
  } as const;
}

/** Columns with the values on the splits that are asked for. Throws for places that there are not, or that come twice. */
export async function valueColumns(
  context: RequestContext,
  asked: readonly TableValueColumn[] | null | undefined,
): Promise<{ columns: FilledColumn<Submission>[]; places: DirectedPlace[] }> {
  if (!asked?.length) return { columns: [], places: [] };
  if (asked.length > MOST_VALUES) {
    throw badInput("values", `${asked.length} columns are too many. Ask for at most ${MOST_VALUES}.`);
  }
  const splitIds = await Promise.all(
    asked.map(async ({ leaderboard, split }, i) => {
      const id = await resolveReference(context, "Leaderboard", leaderboard, `values[${i}].leaderboard`);
      return (await resolveSplit(context, id, split, `values[${i}].split`)).id;
    }),
  );
  if (new Set(splitIds).size < splitIds.length) {
    throw badInput("values", "names a split twice. Name each split once.");
  }
  const places = await Promise.all(splitIds.map((id) => directedPlace(context, id)));
  const columns = places.map(
    (each): FilledColumn<Submission> => ({
      ...valueColumnOf(each),
      cell: ({ id }, own) =>
        andThen(loadScores(own, splitIds, id), (scores) =>
          scoreCell(scores.find(({ splitId }) => splitId === each.place.split.id)),
        ),
    }),
  );
  return { columns, places };
}

async function directedPlace(context: RequestContext, splitId: number): Promise<DirectedPlace> {
  const place = await valuePlace(context, splitId);
  return { place, used: usedDirection(place.metric.direction, null) };
}
