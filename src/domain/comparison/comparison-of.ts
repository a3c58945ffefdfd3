import { badInput } from "../../common/errors";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import type { RankingDirection } from "../ranking/direction";
import type { Comparison } from "./comparison.types";

/** So many submissions can be compared at once. */
export const MOST_COMPARED = 100;

/** A comparison of the submissions that are meant. Throws for a number of them that cannot be, or a name of none. */
export async function comparisonOf(
  context: RequestContext,
  refs: readonly string[],
  direction: RankingDirection | null | undefined,
): Promise<Comparison> {
  if (refs.length === 0) throw badInput("refs", "is empty. Name the submissions to compare.");
  if (refs.length > MOST_COMPARED) {
    throw badInput("refs", `${refs.length} submissions are too many. Compare at most ${MOST_COMPARED}.`);
  }
  const ids = refs.map((ref, i) => resolveReference(context, "Submission", ref, `refs[${i}]`));
  return { submissionIds: await Promise.all(ids), assumed: direction ?? null };
}
