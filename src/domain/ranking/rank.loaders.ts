import { batched, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import type { AssumedDirection } from "./direction";
import { keptOrComputed } from "./kept-or-computed";
import { findKeptRanks, findRanks, type RankedRow } from "./ranking.queries";
import type { TieRule } from "./tie-rule";

/** The place of a score in the whole of its split; null without a value or where the metric has neither a known nor an assumed direction. */
export const loadRank = batched<
  RequestContext,
  { ties: TieRule; assumed: AssumedDirection },
  number,
  RankedRow | null
>(
  async (context, rule, scoreIds) => {
    const computed = async (ids: readonly number[]) =>
      keyBy<number, RankedRow | null>(
        await findRanks(context.db, rule, ids),
        (row) => (row as RankedRow).scoreId,
      );
    return rule.assumed
      ? computed(scoreIds)
      : keptOrComputed(scoreIds, (ids) => findKeptRanks(context.db, rule.ties, ids), computed);
  },
  () => null,
);
