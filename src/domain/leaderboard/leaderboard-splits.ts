import { badInput } from "../../common/errors";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import { loadSplits, resolveSplit } from "./split.loaders";

/** The splits that a leaderboard and, if given, one of its splits mean. Throws BAD_USER_INPUT for a split alone. */
export async function splitsMeant(
  context: RequestContext,
  leaderboard: string | null | undefined,
  split: string | null | undefined,
): Promise<Set<number>> {
  if (leaderboard == null) {
    throw badInput("split", "needs `leaderboard`, for splits of different leaderboards share their names.");
  }
  const id = await resolveReference(context, "Leaderboard", leaderboard, "leaderboard");
  const splits =
    split == null ? await loadSplits(context, id) : [await resolveSplit(context, id, split, "split")];
  return new Set(splits.map((found) => found.id));
}
