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
  findClaims,
  findCleaning,
  findHeirs,
  findInheriting,
  findSubmissionSlugs,
} from "./inheritance.queries";

const INHERITED_BASES: readonly Basis[] = [Basis.STATED, Basis.INHERITED, Basis.VAGUE];

/**
 * Derives what variants inherit: where the source calls a difference the only one, the variant has every claim of its
 * base on each kind of thing of which it claims nothing itself; of several bases, the first that claims any. What is
 * no longer inherited goes. `touched` is a SELECT of the ids of the submissions of which something was written; only
 * they and their variants are looked at. Throws CircleError.
 */
export async function deriveInheritance(write: Write, touched: Sql): Promise<void> {
  const heirs = await findHeirs(write.db, touched);
  if (heirs.length === 0) return;
  const found = await findInheriting(write.db, heirs);
  const concerned = [...new Set(found.flatMap((variant) => [variant.submissionId, variant.baseId]))];
  const slugs = await findSubmissionSlugs(write.db, concerned);
  const variants = basesFirst(found, (id) => slugs.get(id) ?? String(id));
  await inheritCleaning(write, { variants, concerned, heirs });
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) {
    await inheritClaims(write, kind, { variants, concerned, heirs });
  }
}

interface Family {
  variants: readonly Inheriting[];
  /** The variants and their bases. */
  concerned: readonly number[];
  /** Those whose inheritance is derived; that of the others stays and is handed down as it is. */
  heirs: readonly number[];
}

async function inheritClaims(write: Write, kind: ClaimedKind, { variants, concerned, heirs }: Family) {
  const { table, column } = claimTables[kind];
  const own = await findClaims(write.db, kind, concerned, heirs);
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
    removable: ofThese(heirs),
    derived: true,
  });
}

async function inheritCleaning(write: Write, { variants, concerned, heirs }: Family): Promise<void> {
  const known = keyBy(await findCleaning(write.db, concerned, heirs), (row) => row.submission_id);
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
    removable: ofThese(heirs),
    derived: true,
  });
}

const ofThese = (ids: readonly number[]) => sql`t.submission_id = ANY(${[...ids]}::integer[])`;

/** Rows that are given as they shall be, as a SELECT. */
function given(table: string, columns: readonly string[], rows: readonly object[]): Sql {
  return sql`
    SELECT ${raw(columns.join(", "))}, false, row_number() OVER ()
    FROM jsonb_populate_recordset(NULL::${raw(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
