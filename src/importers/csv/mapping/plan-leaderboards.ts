import type { NamedLeaderboard } from "../../named-result";
import type { TextMaker } from "../text";
import type { Compiler } from "./compiler";
import type { Mapping, TableRule } from "./mapping";

/** A leaderboard whose name depends on the row. */
export interface LeaderboardPlan {
  name: TextMaker;
  rest: Omit<NamedLeaderboard, "name">;
}

/** Compiles those leaderboards that a table may have scores on. */
export function planLeaderboards(
  { leaderboards }: Mapping,
  { scores }: TableRule,
  compiler: Compiler,
): Map<string, LeaderboardPlan> {
  const named = new Set(scores.map(({ leaderboard }) => leaderboard));
  const open = [...named].some((name) => name.includes("{"));
  return new Map(
    Object.entries(leaderboards)
      .filter(([key]) => open || named.has(key))
      .map(([key, { name, metric, ...rest }]) => [
        key,
        {
          name: compiler.text(name, ["leaderboards", key, "name"]),
          rest: { ...rest, metric: { ...metric, unit: metric.unit ?? null } },
        },
      ]),
  );
}
