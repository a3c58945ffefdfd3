import { connectionType } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { raw, type Sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { columnReferences } from "../catalogue/reference-filter.queries";
import { BY_NAME } from "../catalogue/thing-order.queries";
import { Leaderboard } from "./leaderboard.entity";
import { LeaderboardOrderField, type LeaderboardWhere } from "./leaderboard.inputs";

export const LeaderboardConnection = connectionType<Leaderboard>(
  "LeaderboardConnection",
  () => Leaderboard,
  "leaderboards",
);
export type LeaderboardConnection = InstanceType<typeof LeaderboardConnection>;

async function conditions(context: RequestContext, where: LeaderboardWhere, path: string): Promise<Sql[]> {
  const found: Sql[] = [];
  if (where.name) found.push(textPredicate(raw("t.name_key"), where.name));
  if (where.benchmark) {
    const at = `${path}.benchmark`;
    found.push(await columnReferences(context, "Benchmark", "t.benchmark_id", where.benchmark, at));
  }
  return found;
}

/** Leaderboards: all of them, or those of a benchmark. */
export const leaderboardConnection = catalogue<"Leaderboard", LeaderboardWhere, "benchmark">(
  {
    type: "Leaderboard",
    conditions,
    orders: {
      [LeaderboardOrderField.POSITION]: { expression: raw("t.position"), type: "integer", required: true },
      [LeaderboardOrderField.NAME]: BY_NAME,
    },
    tiebreak: BY_NAME,
    connection: LeaderboardConnection,
  },
  { benchmark: raw("t.benchmark_id = parent.id") },
);
