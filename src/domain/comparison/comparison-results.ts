import { groupBy, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { usedDirection } from "../ranking/used-direction";
import { findCompared } from "./comparison.queries";
import type { Comparison, ComparisonResult } from "./comparison.types";

const known = new WeakMap<Comparison, Promise<ComparisonResult[]>>();

/** One result for each split on which any of the compared has a value, read once for each comparison. */
export function comparisonResults(
  context: RequestContext,
  comparison: Comparison,
): Promise<ComparisonResult[]> {
  let results = known.get(comparison);
  if (!results) {
    results = readResults(context, comparison);
    known.set(comparison, results);
  }
  return results;
}

async function readResults(
  context: RequestContext,
  { submissionIds, assumed }: Comparison,
): Promise<ComparisonResult[]> {
  const bySplit = groupBy(await findCompared(context.db, submissionIds, assumed), (row) => row.splitId);
  return [...bySplit].map(([splitId, rows]) => {
    const bySubmission = keyBy(rows, (row) => row.submissionId);
    const missing = { scoreId: null, value: null, reported: null, overallRank: null, best: false };
    const cells = submissionIds.map((id) => bySubmission.get(id) ?? { submissionId: id, ...missing });
    const [{ leaderboardId, spread, saidDirection }] = rows;
    const used = usedDirection(saidDirection, assumed) ?? { direction: null, directionSaidBy: null };
    return { splitId, leaderboardId, spread, cells, ...used };
  });
}
