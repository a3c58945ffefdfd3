import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../../domain/catalogue/reference.loaders";
import type { Leaderboard } from "../../domain/leaderboard/leaderboard.entity";
import { loadRow } from "../../domain/node/row.loaders";
import { paperConnection } from "../../domain/paper/paper.connection";
import type { Paper } from "../../domain/paper/paper.entity";
import type { PapersArgs } from "../../domain/paper/paper.inputs";
import { rankingConnection } from "../../domain/ranking/ranking.connection";
import type { RankingArgs, RankingConnection } from "../../domain/ranking/ranking.types";
import { statisticsConnection } from "../../domain/statistics/statistics.connection";
import type { StatisticsArgs, StatisticsConnection } from "../../domain/statistics/statistics.types";
import { SubmissionConnection, submissionConnection } from "../../domain/submission/submission.connection";
import type { SubmissionsArgs } from "../../domain/submission/submission.inputs";
import type { Walked } from "./pages";

/** Arguments as the query that a file stands for gets them. */
export type Given = Record<string, unknown>;

/** A page of the list that is meant, from a cursor on. */
export type Connect<List> = (context: RequestContext, first: number, after: string | null) => Promise<List>;

/** The leaderboard that is meant. Throws NOT_FOUND or AMBIGUOUS. */
export async function leaderboardOf(context: RequestContext, { leaderboard }: Given): Promise<Leaderboard> {
  const id = await resolveReference(context, "Leaderboard", leaderboard as string, "leaderboard");
  return (await loadRow(context, "Leaderboard", id)) as Leaderboard;
}

/** The same for all pages of a list: it is looked for once. */
function leaderboardOnce(given: Given): (context: RequestContext) => Promise<Leaderboard> {
  let found: Promise<Leaderboard> | undefined;
  return (context) => (found ??= leaderboardOf(context, given));
}

/** The ranking that is meant. */
export function rankingOf(given: Given): Connect<RankingConnection> {
  const find = leaderboardOnce(given);
  return async (context, first, after) => {
    const leaderboard = await find(context);
    return rankingConnection(
      context,
      leaderboard,
      { ...(given as unknown as RankingArgs), first, after },
      null,
    );
  };
}

/** The statistics that are meant. */
export function statisticsOf(given: Given): Connect<StatisticsConnection> {
  const find = leaderboardOnce(given);
  return async (context, first, after) => {
    const leaderboard = await find(context);
    return statisticsConnection(context, leaderboard, {
      ...(given as unknown as StatisticsArgs),
      first,
      after,
    });
  };
}

/** The submissions that are meant. */
export function submissionsOf(given: Given): Connect<SubmissionConnection> {
  return async (context, first, after) =>
    submissionConnection(context, { ...(given as unknown as SubmissionsArgs), first, after });
}

/** The papers that are meant. */
export function papersOf(given: Given): Connect<Walked<Paper>> {
  return async (context, first, after) =>
    paperConnection(context, { ...(given as unknown as PapersArgs), first, after });
}
