import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { type Awaitable, batched } from "../../common/loader";
import { type ConnectionSource, connectionType, type Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { countPerParent } from "../../db/count";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { allOf } from "../../db/sql";
import { countFacets } from "../facet/facet.queries";
import { Facet } from "../facet/facet.type";
import { EACH_GROUPING, Grouping } from "../facet/grouping";
import { linkedRowsIn } from "../node/row.queries";
import { PROBE_OF_VALUE, submissionsByValue, VALUE, valuesOnSplit } from "./by-score.queries";
import { loadScores } from "./linked.loaders";
import { lookAhead } from "./look-ahead";
import { Submission } from "./submission.entity";
import type { SubmissionOrder, SubmissionsArgs, SubmissionWhere } from "./submission.inputs";
import { findSubmissionPages, submissionsOf } from "./submission.queries";
import { submissionCondition } from "./submission-filter.queries";
import { splitOfOrder, submissionOrder } from "./submission-order.queries";
import { type SubmissionScope, scopeCondition } from "./submission-scope.queries";

interface Selection {
  scope: SubmissionScope;
  where: SubmissionWhere | null;
}

async function body(context: RequestContext, { scope, where }: Selection) {
  return submissionsOf(scopeCondition(scope), await submissionCondition(context, where, null));
}

/** Where a list is ordered by values that its filter asks for: it is read in the order of the values. */
async function listByValue(
  context: RequestContext,
  { scope, where, orderBy }: Selection & { orderBy: SubmissionOrder | null },
) {
  // What belongs to an organisation or the like is looked for first, for that is little.
  if (scope.of !== "All" && scope.of !== "Benchmark") return null;
  const splitId = await splitOfOrder(context, orderBy);
  const values = splitId === null ? null : await valuesOnSplit(context, where, splitId);
  if (splitId === null || !values) return null;
  const condition = await submissionCondition(context, values.rest, null, PROBE_OF_VALUE);
  const list = await submissionsByValue(context, splitId, values, allOf([scopeCondition(scope), condition]));
  return { list, splitId };
}

/** Gives the scores that came with submissions to whoever asks for them. */
function takeValues(context: RequestContext, splitId: number, submissions: readonly Submission[]): void {
  for (const score of linkedRowsIn(VALUE, submissions))
    loadScores.prime(context, [splitId], score.submissionId, [score]);
}

const loadPage = batched<
  RequestContext,
  Selection & { orderBy: SubmissionOrder | null; page: PageRequest },
  number,
  Page<Submission> | null
>(
  async (context, args, parentIds) => {
    const byValue = await listByValue(context, args);
    const list = byValue?.list ?? { body: await body(context, args) };
    const order = await submissionOrder(context, args.orderBy, byValue !== null);
    const pages = await findSubmissionPages(context.db, parentIds, list, order, args.page);
    if (byValue) for (const { rows } of pages.values()) takeValues(context, byValue.splitId, rows);
    return pages;
  },
  () => null,
);

const loadCount = batched<RequestContext, Selection, number, number>(
  async (context, selection, parentIds) =>
    countPerParent(context.db, parentIds, await body(context, selection)),
  () => 0,
);

const loadFacets = batched<RequestContext, Selection & { groupings: Grouping[] }, number, Facet[]>(
  async (context, { groupings, ...selection }, parentIds) =>
    countFacets(context.db, parentIds, groupings, await body(context, selection)),
  () => [],
);

/** Where a list of submissions comes from. */
interface SubmissionSource extends ConnectionSource<Submission> {
  facets: (groupings: Grouping[]) => Awaitable<Facet[]>;
  scope: SubmissionScope;
  parentId: number;
  /** Whether a filter chose among them. */
  isFiltered: boolean;
}

export const SubmissionConnection = connectionType<Submission, SubmissionSource>(
  "SubmissionConnection",
  () => Submission,
  "submissions",
);
export type SubmissionConnection = InstanceType<typeof SubmissionConnection>;

@Resolver(() => SubmissionConnection)
export class SubmissionConnectionResolver {
  @Cost({ each: 20, items: EACH_GROUPING })
  @FieldResolver(() => [Facet], {
    description: "Counts of all selected submissions, not only this page's, by each of the groupings.",
  })
  facets(
    @Root() connection: SubmissionConnection,
    @Arg("groupBy", () => [Grouping], { description: "What to group by; one facet is given for each." })
    groupBy: Grouping[],
  ): Awaitable<Facet[]> {
    return connection.source.facets(groupBy);
  }
}

/** The submissions on one side of a parent, or all of them. Throws BAD_USER_INPUT for page arguments. */
export function submissionConnection(
  context: RequestContext,
  args: SubmissionsArgs,
  scope: SubmissionScope = { of: "All" },
  parentId = 0,
): SubmissionConnection {
  const selection: Selection = { scope, where: args.where ?? null };
  const page = pageRequest(args);
  const paged = { ...selection, orderBy: args.orderBy ?? null, page };
  return new SubmissionConnection({
    lookAhead: (rows, fields) =>
      lookAhead(
        context,
        rows.map((row) => row.id),
        fields,
      ),
    page: async () => (await loadPage(context, paged, parentId)) ?? emptyPage(page),
    count: () => loadCount(context, selection, parentId),
    facets: (groupings) => loadFacets(context, { ...selection, groupings }, parentId),
    scope,
    parentId,
    isFiltered: Object.keys(args.where ?? {}).length > 0,
  });
}
