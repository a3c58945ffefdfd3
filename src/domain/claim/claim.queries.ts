import { columnList } from "../../db/columns";
import { among } from "../../db/predicates";
import type { RowSet } from "../../db/row-set";
import { allOf, raw, type Sql, sql } from "../../db/sql";
import { type Basis, BY_STRENGTH, COUNTING_BASES } from "./basis";
import type { Claim } from "./claim.entity";
import { type ClaimedKind, claimTables } from "./claim-tables";
import { TestSetCleaning } from "./test-set-cleaning.entity";

/** Which claims are meant: `things` is a condition behind the key of a thing; null means any, named or not. */
export interface ClaimSelection {
  things: Sql | null;
  basis?: readonly Basis[] | null;
  modified?: boolean | null;
  /** Hides all of it from the planner but for the submission, so that it begins there. */
  oneByOne?: boolean;
}

/** The condition that claim row `c` of a kind is one of those meant. */
export function claimCondition(
  kind: ClaimedKind,
  { things, basis, modified, oneByOne = false }: ClaimSelection,
): Sql {
  const key = `c.${claimTables[kind].column}`;
  const conditions = [
    sql`${raw(oneByOne ? "c.basis || ''" : "c.basis")} = ANY(${[...(basis ?? COUNTING_BASES)]}::text[])`,
  ];
  if (things) conditions.push(sql`${raw(oneByOne ? `${key} + 0` : key)} ${things}`);
  if (modified != null) conditions.push(sql`c.modified = ${modified}`);
  return allOf(conditions);
}

const STRENGTH = raw(`array_position(ARRAY['${BY_STRENGTH.join("', '")}'], c.basis)`);

/**
 * The claims of submissions in the order of the source: one for each thing, the strongest; claims that name no
 * thing are all kept.
 */
export function claimsOf(
  kind: ClaimedKind,
  bases: readonly Basis[] | null,
  submissionIds: readonly number[],
): RowSet<Claim> {
  const { table, column, entity } = claimTables[kind];
  const counted = bases ? sql`AND c.basis = ANY(${[...bases]}::text[])` : raw("");
  return {
    type: entity,
    columns: columnList(entity, "strongest"),
    from: sql`FROM (
      SELECT DISTINCT ON (c.submission_id, coalesce(c.${raw(column)}, -c.id)) c.*
      FROM ${raw(table)} c
      WHERE c.submission_id ${among(submissionIds)} ${counted}
      ORDER BY c.submission_id, coalesce(c.${raw(column)}, -c.id), ${STRENGTH}, c.position
    ) AS strongest`,
    order: raw("position, id"),
  };
}

/** What sources say of the cleaning of the test set; a submission of which they say nothing is left out. */
export function testSetCleaningOf(submissionIds: readonly number[]): RowSet<TestSetCleaning> {
  return {
    type: TestSetCleaning,
    columns: columnList(TestSetCleaning, "c"),
    from: sql`FROM test_set_cleaning c WHERE c.submission_id ${among(submissionIds)}`,
    order: raw("c.submission_id"),
  };
}
