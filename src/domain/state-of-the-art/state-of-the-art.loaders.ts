import { batched, groupBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import {
  placeOf,
  type RankedSelection,
  selectionCondition,
  splitToRank,
} from "../ranking/ranking.connection";
import type { RankedPlace } from "../ranking/ranking.types";
import { assumedBy } from "../ranking/used-direction";
import { findRecords, type RecordRow } from "./state-of-the-art.queries";
import type { StateOfTheArtArgs } from "./state-of-the-art.types";

const loadRecords = batched<RequestContext, RankedSelection, number, RecordRow[]>(
  async (context, { where, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return groupBy(await findRecords(context.db, splitIds, condition, terms), (record) => record.splitId);
  },
  () => [],
);

/** The records of a split, and among which rows they were looked for. */
export interface StateOfTheArt extends RankedPlace {
  records: RecordRow[];
  selection: RankedSelection;
}

/** The records of a leaderboard's split in order of time. Throws as a ranking does. */
export async function stateOfTheArt(
  context: RequestContext,
  leaderboard: Leaderboard,
  args: StateOfTheArtArgs,
): Promise<StateOfTheArt> {
  const { split, used } = await splitToRank(context, leaderboard, args);
  const { where = null, asOf = null } = args;
  const selection = { where, asOf, assumed: assumedBy(used) };
  return {
    records: await loadRecords(context, selection, split.id),
    selection,
    ...placeOf(split, used, selection),
  };
}
