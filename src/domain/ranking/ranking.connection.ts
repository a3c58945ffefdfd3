import { batched } from "../../common/loader";
import type { Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import type { Selection } from "../../common/selection";
import { asRowsOf } from "../../db/columns";
import { countPerParent } from "../../db/count";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { countFacets } from "../facet/facet.queries";
import type { Facet } from "../facet/facet.type";
import type { Grouping } from "../facet/grouping";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import type { Split } from "../leaderboard/split.entity";
import { resolveSplit } from "../leaderboard/split.loaders";
import type { RankableSplit } from "../leaderboard/split.queries";
import { loadRow, primeRows } from "../node/row.loaders";
import { type LinkedRow, linkedRowsIn, propertiesFor } from "../node/row.queries";
import type { Score } from "../score/score.entity";
import { lookAhead } from "../submission/look-ahead";
import type { Submission } from "../submission/submission.entity";
import type { SubmissionWhere } from "../submission/submission.inputs";
import { submissionCondition } from "../submission/submission-filter.queries";
import type { RankingDirection, UsedDirection } from "./direction";
import { keptOrComputed } from "./kept-or-computed";
import { isKeptOn } from "./kept-ranks.queries";
import type { FieldTerms } from "./ranked.queries";
import {
  findKeptRankingPages,
  findRankingPages,
  type LinkedOfEntry,
  rankedSubmissions,
} from "./ranking.queries";
import { type RankedPlace, type RankingArgs, RankingConnection, RankingEntry } from "./ranking.types";
import type { TieRule } from "./tie-rule";
import { assumedBy, directionToRank } from "./used-direction";

/** Which rows of a split are meant, and on which terms. */
export interface RankedSelection extends FieldTerms {
  where: SubmissionWhere | null;
}

/** Whether nothing is left out of a split's rows, so that what is kept of them is the answer. */
export function isWhole({ where, ...terms }: RankedSelection): boolean {
  return isKeptOn(terms) && !isFilter(where);
}

/** Whether a filter says anything. */
export function isFilter(where: SubmissionWhere | null | undefined): boolean {
  return Object.keys(where ?? {}).length > 0;
}

/** Compiles the filter of a selection for the given splits. */
export async function selectionCondition(
  context: RequestContext,
  where: SubmissionWhere | null,
  splitIds: readonly number[],
) {
  const splits = await Promise.all(splitIds.map((id) => loadRow(context, "Split", id)));
  const leaderboardIds = new Set(splits.map((split) => (split as Split).leaderboardId));
  return submissionCondition(context, where, { leaderboardIds: [...leaderboardIds] });
}

const loadPage = batched<
  RequestContext,
  RankedSelection & { ties: TieRule; page: PageRequest; links: LinkedRow<LinkedOfEntry>[] },
  number,
  Page<RankingEntry> | null
>(
  async (context, { where, page, links, ...rule }, splitIds) => {
    const kept = async (ids: readonly number[]) => {
      const pages = await findKeptRankingPages(context.db, ids, rule.ties, page, links);
      const rows = [...pages.values()].flatMap((one) => one.rows);
      takeLinked(context, asRowsOf(RankingEntry, rows), links);
      return pages;
    };
    const computed = async (ids: readonly number[]) => {
      const condition = await selectionCondition(context, where, ids);
      return findRankingPages(context.db, ids, condition, rule, page);
    };
    return isWhole({ where, ...rule }) ? keptOrComputed(splitIds, kept, computed) : computed(splitIds);
  },
  () => null,
);

const loadCount = batched<RequestContext, RankedSelection, number, number>(
  async (context, { where, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return countPerParent(context.db, splitIds, rankedSubmissions(condition, terms));
  },
  () => 0,
);

const loadFacets = batched<RequestContext, RankedSelection & { groupings: Grouping[] }, number, Facet[]>(
  async (context, { where, groupings, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return countFacets(context.db, splitIds, groupings, rankedSubmissions(condition, terms));
  },
  () => [],
);

/** A split that is to be ranked, and by which direction. */
export interface SplitToRank {
  split: RankableSplit;
  used: UsedDirection;
}

/**
 * The split that is to be ranked. Throws NOT_FOUND for a split that the leaderboard does not have, DIRECTION_UNKNOWN
 * when neither a source nor the caller says which values are better, and BAD_USER_INPUT when they contradict each other.
 */
export async function splitToRank(
  context: RequestContext,
  leaderboard: Leaderboard,
  asked: { split?: string | null; direction?: RankingDirection | null },
): Promise<SplitToRank> {
  const split = await resolveSplit(context, leaderboard.id, asked.split, "split");
  const metric = { name: split.metricName, direction: split.metricDirection };
  return { split, used: directionToRank(metric, asked.direction, "direction") };
}

/** What a list of a split's rows says of itself. */
export function placeOf(split: Split, used: UsedDirection, { asOf, where }: RankedSelection): RankedPlace {
  return { splitId: split.id, asOf, used, isFiltered: isFilter(where) };
}

const LINKS = { Submission: "submission", Score: "score" } as const;
const LINKED = { Submission: "linkedSubmission", Score: "linkedScore" } as const;

/** What of the rows that hang on entries is asked for. */
function linksIn(fields: Selection | null): LinkedRow<LinkedOfEntry>[] {
  return (Object.keys(LINKS) as LinkedOfEntry[]).flatMap((name) => {
    const asked = fields?.under(LINKS[name]);
    return asked ? [{ name, properties: propertiesFor(name, asked) }] : [];
  });
}

/** Gives entries the rows that came with them: whole ones to whoever asks for them, others to the entry alone. */
function takeLinked(
  context: RequestContext,
  entries: readonly RankingEntry[],
  links: readonly LinkedRow<LinkedOfEntry>[],
): void {
  for (const link of links) {
    const rows = linkedRowsIn(link, entries);
    if (link.properties === null) primeRows(context, link.name, rows);
    else for (const [i, entry] of entries.entries()) entry[LINKED[link.name]] = rows[i] as Submission & Score;
  }
}

/** Reads what a selection of fields of entries leads to. */
async function lookAheadOfEntries(
  context: RequestContext,
  entries: readonly RankingEntry[],
  fields: Selection,
): Promise<void> {
  const submission = fields.under("submission");
  const ids = entries.map((entry) => entry.submissionId);
  if (submission) await lookAhead(context, ids, submission);
}

/**
 * The ranking of a leaderboard's split; `rows` is what is asked of its entries. Throws as `splitToRank`, and BAD_USER_INPUT for page
 * arguments.
 */
export async function rankingConnection(
  context: RequestContext,
  leaderboard: Leaderboard,
  args: RankingArgs,
  rows: Selection | null,
): Promise<RankingConnection> {
  const page = pageRequest(args);
  const { split, used } = await splitToRank(context, leaderboard, args);
  const selection: RankedSelection = {
    where: args.where ?? null,
    asOf: args.asOf ?? null,
    assumed: assumedBy(used),
  };
  return new RankingConnection({
    lookAhead: (entries, fields) => lookAheadOfEntries(context, entries, fields),
    page: async () => {
      const asked = { ...selection, ties: args.ties, page, links: linksIn(rows) };
      return (await loadPage(context, asked, split.id)) ?? emptyPage(page);
    },
    count: async () =>
      isWhole(selection) && split.keptTotal !== null
        ? split.keptTotal
        : loadCount(context, selection, split.id),
    facets: (groupings) => loadFacets(context, { ...selection, groupings }, split.id),
    ties: args.ties,
    ...placeOf(split, used, selection),
  });
}
