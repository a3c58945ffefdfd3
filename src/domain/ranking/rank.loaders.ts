import { batched, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import type { AssumedDirection } from "./direction";
import { findRanks, type RankedRow } from "./ranking.queries";
import type { TieRule } from "./tie-rule";

/** The place of a score in the whole of its split; null without a value or where the metric has neither a known nor an assumed direction. */
export const loadRank = batched<
  RequestContext,
  { ties: TieRule; assumed: AssumedDirection },
  number,
  RankedRow | null
>(
  async (context, rule, scoreIds) => keyBy(await findRanks(context.db, rule, scoreIds), (row) => row.scoreId),
  () => null,
);
