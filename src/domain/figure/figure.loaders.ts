import { batched, groupBy, keyBy } from "../../common/loader";
import type { Database } from "../../db/database";
import type { RequestContext } from "../../db/request-context";
import type { Grouping } from "../facet/grouping";
import { type RankedSelection, selectionCondition } from "../ranking/ranking.connection";
import {
  type Bucket,
  type FieldExtent,
  type FieldRow,
  findDatedFields,
  findFieldExtents,
  findGroupedRows,
  findQuartiles,
  type GroupedRow,
  type GroupedSelection,
  type GroupOfSplit,
  type QuartilesRow,
} from "./figure.queries";

/** How much there is to draw of a split over time. */
export const loadFieldExtent = batched<RequestContext, RankedSelection, number, FieldExtent>(
  async (context, { where, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return keyBy(await findFieldExtents(context.db, splitIds, condition, terms), (row) => row.splitId);
  },
  (splitId) => ({ splitId, dated: 0, undated: 0, days: 0 }),
);

/** The dated rows of a split in order of time, the best of each bucket. */
export const loadDatedField = batched<
  RequestContext,
  RankedSelection & { bucket: Bucket },
  number,
  FieldRow[]
>(
  async (context, { where, bucket, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return groupBy(
      await findDatedFields(context.db, splitIds, condition, terms, bucket),
      (row) => row.splitId,
    );
  },
  () => [],
);

type Grouped = RankedSelection & { grouping: Grouping };

type FindOfGroups<Row> = (
  db: Database,
  wanted: readonly GroupOfSplit[],
  selection: GroupedSelection,
) => Promise<Row[]>;

/** Each split may want other groups than the next one: a key is a split with its groups, written. */
function ofGroups<Row extends GroupOfSplit>(find: FindOfGroups<Row>) {
  const load = batched<RequestContext, Grouped, string, Row[]>(
    async (context, { where, ...selection }, keys) => {
      const asked = keys.map((key) => JSON.parse(key) as GroupOfSplit[]);
      const wanted = asked.flat();
      const splitIds = [...new Set(wanted.map(({ splitId }) => splitId))];
      const condition = await selectionCondition(context, where, splitIds);
      const rows = wanted.length ? await find(context.db, wanted, { ...selection, condition }) : [];
      const bySplit = groupBy(rows, (row) => row.splitId);
      return new Map(keys.map((key, i) => [key, bySplit.get(asked[i][0]?.splitId) ?? []]));
    },
    () => [],
  );
  return (context: RequestContext, grouped: Grouped, groups: readonly GroupOfSplit[]) =>
    load(context, grouped, JSON.stringify(groups));
}

/** The quartiles of groups of one split. */
export const loadQuartiles = ofGroups<QuartilesRow>(findQuartiles);

/** The rows of groups of one split, the best first. */
export const loadGroupedRows = ofGroups<GroupedRow>(findGroupedRows);
