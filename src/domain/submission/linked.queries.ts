import { columnList } from "../../db/columns";
import { among } from "../../db/predicates";
import type { RowSet } from "../../db/row-set";
import { raw, type Sql, sql } from "../../db/sql";
import { Organisation } from "../organisation/organisation.entity";
import { LikelyDescription } from "./likely-description.entity";
import { Variant } from "./variant.entity";

/** The organisations of submissions, each submission's in the order of the source. */
export function organisationsOf(
  submissionIds: readonly number[],
): RowSet<Organisation & { submissionId: number }> {
  const submissionId = { property: "submissionId", expression: raw("l.submission_id"), exact: false };
  return {
    type: Organisation,
    columns: [...columnList(Organisation, "t"), submissionId],
    from: sql`FROM submission_organisation l JOIN organisation t ON t.id = l.organisation_id
      WHERE l.submission_id ${among(submissionIds)}`,
    order: raw("l.submission_id, l.position, t.id"),
  };
}

/** Which end of a variant the given submissions are. */
export type VariantSide = "submissionId" | "baseId";

/** The column of a variant's end. */
const VARIANT_COLUMNS = { submissionId: "submission_id", baseId: "base_id" } as const;

/** Variants by their submission or by their base, in the order of the records. */
export function variantsOf(side: VariantSide, submissionIds: readonly number[]): RowSet<Variant> {
  const column = raw(VARIANT_COLUMNS[side]);
  return {
    type: Variant,
    columns: columnList(Variant, "t"),
    from: sql`FROM variant t WHERE t.${column} ${among(submissionIds)}`,
    order: raw("t.position, t.id"),
  };
}

/** The condition behind a key that it is that of a submission at the other end of a variant. */
export function otherEndsOf(side: VariantSide, otherEnd: VariantSide, ids: readonly number[]): Sql {
  return sql`IN (
    SELECT ${raw(VARIANT_COLUMNS[otherEnd])} FROM variant WHERE ${raw(VARIANT_COLUMNS[side])} ${among(ids)})`;
}

/** Suggested descriptions of submissions, in the order of the records. */
export function likelyDescriptionsOf(submissionIds: readonly number[]): RowSet<LikelyDescription> {
  return {
    type: LikelyDescription,
    columns: columnList(LikelyDescription, "t"),
    from: sql`FROM likely_description t WHERE t.submission_id ${among(submissionIds)}`,
    order: raw("t.position, t.id"),
  };
}
