import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { benchFolder } from "../install";
import type { WorkloadResult } from "../run-workload";

/** How many statements our service may send for each workload; committed, so that more of them show in a review. */
const file = path.join(benchFolder, "statements.json");

/** Gives the workloads for which our service sends more statements than committed, or for which nothing is committed. */
export function checkStatementCounts(results: WorkloadResult[]): string[] {
  const committed: Record<string, number> = JSON.parse(readFileSync(file, "utf8"));
  return results.flatMap(({ id, statements }) => {
    const sent = statements.get("ours")?.length;
    const most = committed[id];
    if (sent === undefined || sent <= most) return [];
    return [
      `${id} takes ${sent} statements, ${most ?? "none"} committed in statements.json (--accept commits it).`,
    ];
  });
}

/** Commits the numbers of statements that were found. */
export function acceptStatementCounts(results: WorkloadResult[]): void {
  const committed: Record<string, number> = JSON.parse(readFileSync(file, "utf8"));
  for (const { id, statements } of results) {
    const sent = statements.get("ours")?.length;
    if (sent !== undefined) committed[id] = sent;
  }
  writeFileSync(file, `${JSON.stringify(committed, null, 2)}\n`);
}
