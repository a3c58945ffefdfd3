import { batched, groupBy } from "../../common/loader";
import type { Database } from "../../db/database";
import type { RequestContext } from "../../db/request-context";
import type { Grouping } from "../facet/grouping";
import { type RankedSelection, selectionCondition } from "../ranking/ranking.connection";
import {
  type Bucket,
  type FieldExtent,
  type FieldRow,
  type FieldSelection,
  findDatedFields,
  findFieldExtents,
  findGroupedRows,
  findQuartiles,
  type GroupedRow,
  type GroupedSelection,
  type GroupOfSplit,
  type QuartilesRow,
} from "./figure.queries";

/** A split, and the scores that are its records. */
export interface SplitRecords {
  splitId: number;
  records: readonly number[];
}

/** What is behind the records of a split: a key is the split with its records, written. */
function behindRecords<Selection extends RankedSelection, Row extends { splitId: number }, Found>(
  find: (
    db: Database,
    splitIds: readonly number[],
    selection: Omit<Selection, "where"> & FieldSelection,
  ) => Promise<Row[]>,
  toFound: (rows: Row[], splitId: number) => Found,
) {
  const load = batched<RequestContext, Selection, string, Row[]>(
    async (context, { where, ...selection }, keys) => {
      const asked = keys.map((key) => JSON.parse(key) as SplitRecords);
      const splitIds = asked.map(({ splitId }) => splitId);
      const records = asked.flatMap(({ records }) => records);
      const condition = await selectionCondition(context, where, splitIds);
      const rows = await find(context.db, splitIds, { ...selection, condition, records });
      const bySplit = groupBy(rows, (row) => row.splitId);
      return new Map(keys.map((key, i) => [key, bySplit.get(splitIds[i]) ?? []]));
    },
    () => [],
  );
  return async (context: RequestContext, selection: Selection, { splitId, records }: SplitRecords) =>
    toFound(await load(context, selection, JSON.stringify({ splitId, records })), splitId);
}

/** How much there is to draw of a split behind its records. */
export const loadFieldExtent = behindRecords<RankedSelection, FieldExtent, FieldExtent>(
  findFieldExtents,
  ([row], splitId) => row ?? { splitId, dated: 0, undated: 0, days: 0 },
);

/** The dated rows of a split behind its records in order of time, the best of each bucket. */
export const loadDatedField = behindRecords<RankedSelection & { bucket: Bucket }, FieldRow, FieldRow[]>(
  (db, splitIds, { bucket, ...selection }) => findDatedFields(db, splitIds, selection, bucket),
  (rows) => rows,
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
