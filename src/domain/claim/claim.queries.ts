import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { allOf, raw, type Sql, sql } from "../../db/sql";
import { type Basis, BY_STRENGTH, COUNTING_BASES } from "./basis";
import type { Claim } from "./claim.entity";
import { type ClaimedKind, claimTables } from "./claim-tables";
import { TestSetCleaning } from "./test-set-cleaning.entity";

/** Which claims are meant; `thingIds` null means any, named or not. */
export interface ClaimSelection {
  thingIds: Sql | null;
  basis?: readonly Basis[] | null;
  modified?: boolean | null;
}

/** The condition that claim row `c` of a kind is one of those meant. */
export function claimCondition(kind: ClaimedKind, { thingIds, basis, modified }: ClaimSelection): Sql {
  const conditions = [sql`c.basis = ANY(${[...(basis ?? COUNTING_BASES)]}::text[])`];
  if (thingIds) conditions.push(sql`c.${raw(claimTables[kind].column)} IN (${thingIds})`);
  if (modified != null) conditions.push(sql`c.modified = ${modified}`);
  return allOf(conditions);
}

const STRENGTH = raw(`array_position(ARRAY['${BY_STRENGTH.join("', '")}'], c.basis)`);

/**
 * The claims of submissions in the order of the source: one for each thing, the strongest; claims that name no
 * thing are all kept.
 */
export function findClaims(
  db: Database,
  kind: ClaimedKind,
  bases: readonly Basis[] | null,
  submissionIds: readonly number[],
): Promise<Claim[]> {
  const { table, column, entity } = claimTables[kind];
  const counted = bases ? sql`AND c.basis = ANY(${[...bases]}::text[])` : raw("");
  return db.rows(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (c.submission_id, coalesce(c.${raw(column)}, -c.id)) ${columnsOf(entity, "c")}
      FROM ${raw(table)} c
      WHERE c.submission_id = ANY(${[...submissionIds]}::integer[]) ${counted}
      ORDER BY c.submission_id, coalesce(c.${raw(column)}, -c.id), ${STRENGTH}, c.position
    ) AS strongest
    ORDER BY position, id`);
}

/** What sources say of the cleaning of the test set; a submission of which they say nothing is left out. */
export function findTestSetCleaning(
  db: Database,
  submissionIds: readonly number[],
): Promise<TestSetCleaning[]> {
  return db.rows(
    sql`SELECT ${columnsOf(TestSetCleaning, "c")} FROM test_set_cleaning c
      WHERE c.submission_id = ANY(${[...submissionIds]}::integer[])`,
  );
}
