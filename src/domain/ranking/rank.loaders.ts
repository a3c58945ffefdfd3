import { batched, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { findRanks, type RankedRow } from "./ranking.queries";
import type { TieRule } from "./tie-rule";

/** The place of a score in the whole of its split; null without a value or where the metric has no known direction. */
export const loadRank = batched<RequestContext, TieRule, number, RankedRow | null>(
  async (context, ties, scoreIds) => keyBy(await findRanks(context.db, ties, scoreIds), (row) => row.scoreId),
  () => null,
);
