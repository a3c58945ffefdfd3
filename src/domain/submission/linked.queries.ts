import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";
import { Organisation } from "../organisation/organisation.entity";
import { LikelyDescription } from "./likely-description.entity";
import { Variant } from "./variant.entity";

/** The organisations of submissions, each submission's in the order of the source. */
export function findOrganisations(
  db: Database,
  submissionIds: readonly number[],
): Promise<(Organisation & { submissionId: number })[]> {
  return db.rows(sql`
    SELECT ${columnsOf(Organisation, "t")}, l.submission_id AS "submissionId"
    FROM submission_organisation l JOIN organisation t ON t.id = l.organisation_id
    WHERE l.submission_id = ANY(${[...submissionIds]}::integer[]) ORDER BY l.submission_id, l.position, t.id`);
}

/** Which end of a variant the given submissions are. */
export type VariantSide = "submissionId" | "baseId";

/** Variants by their submission or by their base, in the order of the records. */
export function findVariants(
  db: Database,
  side: VariantSide,
  submissionIds: readonly number[],
): Promise<Variant[]> {
  const column = raw(side === "baseId" ? "t.base_id" : "t.submission_id");
  return db.rows(
    sql`SELECT ${columnsOf(Variant, "t")} FROM variant t WHERE ${column} = ANY(${[...submissionIds]}::integer[]) ORDER BY t.position, t.id`,
  );
}

/** Suggested descriptions of submissions, in the order of the records. */
export function findLikelyDescriptions(
  db: Database,
  submissionIds: readonly number[],
): Promise<LikelyDescription[]> {
  return db.rows(
    sql`SELECT ${columnsOf(LikelyDescription, "t")} FROM likely_description t
      WHERE t.submission_id = ANY(${[...submissionIds]}::integer[]) ORDER BY t.position, t.id`,
  );
}
