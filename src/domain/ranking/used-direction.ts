import { badInput, CallerError, ErrorCode } from "../../common/errors";
import { type Metric, MetricDirection } from "../leaderboard/metric.entity";
import { type AssumedDirection, DirectionSaidBy, RankingDirection, type UsedDirection } from "./direction";

const WORDS = {
  [RankingDirection.HIGHER_IS_BETTER]: "higher",
  [RankingDirection.LOWER_IS_BETTER]: "lower",
};

/** The direction that a source says, else the one that is assumed, and who says it; null without either. */
export function usedDirection(said: MetricDirection, assumed: AssumedDirection): UsedDirection | null {
  if (said !== MetricDirection.UNKNOWN) {
    return { direction: RankingDirection[said], directionSaidBy: DirectionSaidBy.SOURCE };
  }
  return assumed && { direction: assumed, directionSaidBy: DirectionSaidBy.CALLER };
}

/**
 * The direction by which a metric is ranked, and who says it. Throws DIRECTION_UNKNOWN where neither its source nor the
 * caller does, and BAD_USER_INPUT where they contradict each other; `argument` is where the caller says it.
 */
export function directionToRank(
  { direction: said, name }: Pick<Metric, "direction" | "name">,
  asked: RankingDirection | null | undefined,
  argument: string,
): UsedDirection {
  const used = usedDirection(said, asked ?? null);
  if (!used) {
    throw new CallerError(
      ErrorCode.DIRECTION_UNKNOWN,
      `No source says whether higher or lower values of "${name}" are better. Say it yourself: give \`${argument}\`, ${Object.values(RankingDirection).join(" or ")}.`,
      { argument },
    );
  }
  if (asked && asked !== used.direction) {
    throw badInput(
      argument,
      `the source says that ${WORDS[used.direction]} values of "${name}" are better. Leave the argument out, or give ${used.direction}.`,
    );
  }
  return used;
}

/** What is to be assumed of metrics without a direction so that this one is used; null where the source says it. */
export function assumedBy({ direction, directionSaidBy }: UsedDirection): AssumedDirection {
  return directionSaidBy === DirectionSaidBy.CALLER ? direction : null;
}
