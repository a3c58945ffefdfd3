import { badInput } from "../../common/errors";
import { type Awaitable, batched } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import { loadSplits, resolveSplit } from "./split.loaders";

/** Found once for all objects of a request that are asked for the same. */
const load = batched<RequestContext, { leaderboard: string; split: string | null }, 0, readonly number[]>(
  async (context, { leaderboard, split }) => {
    const id = await resolveReference(context, "Leaderboard", leaderboard, "leaderboard");
    const splits =
      split === null ? await loadSplits(context, id) : [await resolveSplit(context, id, split, "split")];
    return new Map([[0, splits.map((found) => found.id)]]);
  },
  () => [],
);

/**
 * The ids of the splits that a leaderboard and, if given, one of its splits mean. Throws BAD_USER_INPUT for a split alone,
 * NOT_FOUND or AMBIGUOUS.
 */
export function splitsMeant(
  context: RequestContext,
  leaderboard: string | null | undefined,
  split: string | null | undefined,
): Awaitable<readonly number[]> {
  if (leaderboard == null) {
    throw badInput("split", "needs `leaderboard`, for splits of different leaderboards share their names.");
  }
  return load(context, { leaderboard, split: split ?? null }, 0);
}
