import { groupBy, keyBy } from "../../common/loader";
import { raw, type Sql, sql } from "../../db/sql";
import type { Write } from "../../db/write";
import { Basis } from "./basis";
import { CLEANING_COLUMNS, claimColumns, claimKey } from "./claim.commands";
import { type ClaimedKind, claimTables } from "./claim-tables";
import { basesFirst, type Inheriting } from "./inheritance";
import {
  type ClaimRow,
  type CleaningRow,
  findInheriting,
  findOwnClaims,
  findOwnCleaning,
  findSubmissionSlugs,
} from "./inheritance.queries";

const INHERITED_BASES: readonly Basis[] = [Basis.STATED, Basis.INHERITED, Basis.VAGUE];

/**
 * Derives what variants inherit: where the source calls a difference the only one, the variant has every claim of its
 * base on each kind of thing of which it claims nothing itself; of several bases, the first that claims any. What is
 * no longer inherited goes. Throws CircleError.
 */
export async function deriveInheritance(write: Write): Promise<void> {
  const found = await findInheriting(write.db);
  const concerned = [...new Set(found.flatMap((variant) => [variant.submissionId, variant.baseId]))];
  const slugs = await findSubmissionSlugs(write.db, concerned);
  const variants = basesFirst(found, (id) => slugs.get(id) ?? String(id));
  await inheritCleaning(write, variants, concerned);
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) {
    await inheritClaims(write, kind, variants, concerned);
  }
}

async function inheritClaims(write: Write, kind: ClaimedKind, variants: Inheriting[], concerned: number[]) {
  const { table, column } = claimTables[kind];
  const own = await findOwnClaims(write.db, kind, concerned);
  // A mention that nobody has confirmed says nothing, so that it neither inherits nor stands in the way.
  const claims = groupBy(
    own.filter(({ basis }) => basis !== Basis.MENTIONED),
    (claim) => claim.submission_id,
  );
  const wanted: ClaimRow[] = [];
  for (const { submissionId, baseId } of variants) {
    if (claims.has(submissionId)) continue;
    const inherited = (claims.get(baseId) ?? [])
      .filter((claim) => INHERITED_BASES.includes(claim.basis))
      .map((claim) => ({
        ...claim,
        submission_id: submissionId,
        basis: claim.basis === Basis.VAGUE ? Basis.VAGUE : Basis.INHERITED,
        inherited_from_id: claim.inherited_from_id ?? baseId,
      }));
    // A base that claims nothing of this kind leaves the place to the next one.
    if (inherited.length) claims.set(submissionId, inherited);
    wanted.push(...inherited);
  }
  const columns = claimColumns(kind);
  await write.reconcile({
    table,
    columns,
    wanted: given(table, columns, wanted),
    key: claimKey(column),
    among: raw("t.inherited_from_id IS NOT NULL"),
    removable: raw("true"),
    derived: true,
  });
}

async function inheritCleaning(write: Write, variants: Inheriting[], concerned: number[]): Promise<void> {
  const known = keyBy(await findOwnCleaning(write.db, concerned), (row) => row.submission_id);
  const wanted: CleaningRow[] = [];
  for (const { submissionId, baseId } of variants) {
    const base = known.get(baseId);
    if (known.has(submissionId) || !base) continue;
    const inheritedFromId = base.inherited_from_id ?? baseId;
    const inherited = {
      ...base,
      submission_id: submissionId,
      basis: Basis.INHERITED,
      inherited_from_id: inheritedFromId,
    };
    known.set(submissionId, inherited);
    wanted.push(inherited);
  }
  await write.reconcile({
    table: "test_set_cleaning",
    columns: CLEANING_COLUMNS,
    wanted: given("test_set_cleaning", CLEANING_COLUMNS, wanted),
    key: ["r.submission_id"],
    among: raw("t.basis = 'INHERITED'"),
    removable: raw("true"),
    derived: true,
  });
}

/** Rows that are given as they shall be, as a SELECT. */
function given(table: string, columns: readonly string[], rows: readonly object[]): Sql {
  return sql`
    SELECT ${raw(columns.join(", "))}, false, row_number() OVER ()
    FROM jsonb_populate_recordset(NULL::${raw(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
