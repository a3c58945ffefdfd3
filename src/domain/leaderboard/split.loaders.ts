import { CallerError, ErrorCode } from "../../common/errors";
import { parseGlobalId } from "../../common/global-id";
import { type Awaitable, batched, groupBy } from "../../common/loader";
import { nameKey } from "../../common/name-key";
import type { RequestContext } from "../../db/request-context";
import { findSplits, type RankableSplit } from "./split.queries";

const load = batched<RequestContext, null, number, RankableSplit[]>(
  async (context, _, ids) => groupBy(await findSplits(context.db, ids), (split) => split.leaderboardId),
  () => [],
  { lasting: () => "splits of Leaderboard" },
);

/** The splits of a leaderboard, in their order. */
export function loadSplits(context: RequestContext, leaderboardId: number): Awaitable<RankableSplit[]> {
  return load(context, null, leaderboardId);
}

/**
 * The split of a leaderboard that a reference means; the default split when there is none. Throws NOT_FOUND with
 * the leaderboard's splits.
 */
export async function resolveSplit(
  context: RequestContext,
  leaderboardId: number,
  ref: string | null | undefined,
  argument: string,
): Promise<RankableSplit> {
  const splits = await loadSplits(context, leaderboardId);
  const found = ref == null ? (splits.find((split) => split.isDefault) ?? splits[0]) : matching(splits, ref);
  if (found) return found;
  const known = splits.map((split) => split.slug);
  const wanted = ref == null ? "has no split" : `has no split "${ref.slice(0, 80)}"`;
  throw new CallerError(
    ErrorCode.NOT_FOUND,
    `${argument}: the leaderboard ${wanted}.${known.length ? ` It has ${known.map((slug) => `"${slug}"`).join(", ")}.` : ""}`,
    { argument, suggestions: known },
  );
}

function matching(splits: RankableSplit[], ref: string): RankableSplit | undefined {
  const id = parseGlobalId(ref);
  const key = nameKey(ref);
  return (
    splits.find((split) => id?.type === "Split" && id.key === split.id) ??
    splits.find((split) => split.slug === key) ??
    splits.find((split) => nameKey(split.name) === key)
  );
}
