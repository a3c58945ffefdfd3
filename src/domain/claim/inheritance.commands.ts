import { type EntityManager, In, IsNull, Not } from "typeorm";
import { groupBy, keyBy } from "../../common/loader";
import { type Changes, reconcile } from "../../db/reconcile";
import type { SlugIndex } from "../catalogue/save";
import { Variant } from "../submission/variant.entity";
import { Basis } from "./basis";
import { claimKey } from "./claim.commands";
import type { Claim } from "./claim.entity";
import { type ClaimedKind, claimTables } from "./claim-tables";
import { basesFirst, type Inheriting } from "./inheritance";
import { TestSetCleaning } from "./test-set-cleaning.entity";

const INHERITED_BASES: readonly Basis[] = [Basis.STATED, Basis.INHERITED, Basis.VAGUE];

/**
 * Derives what variants inherit: where the source calls a difference the only one, the variant has every claim of its
 * base on each kind of thing of which it claims nothing itself; of several bases, the first that claims any. What is
 * no longer inherited goes. Throws CircleError.
 */
export async function deriveInheritance(manager: EntityManager, submissions: SlugIndex): Promise<Changes[]> {
  const found = await manager.find(Variant, { where: { onlyDifference: true }, order: { id: "ASC" } });
  const variants = basesFirst(found, (id) => submissions.slug(id));
  const changes: Changes[] = [await inheritCleaning(manager, variants)];
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) {
    changes.push(await inheritClaims(manager, kind, variants));
  }
  return changes;
}

async function inheritClaims(
  manager: EntityManager,
  kind: ClaimedKind,
  variants: Inheriting[],
): Promise<Changes> {
  const { entity } = claimTables[kind];
  const concerned = variants.flatMap((variant) => [variant.submissionId, variant.baseId]);
  const stated = await manager.find<Claim>(entity, {
    where: { submissionId: In(concerned), inheritedFromId: IsNull() },
  });
  const claims = groupBy(stated, (claim) => claim.submissionId);
  const wanted: Partial<Claim>[] = [];
  for (const { submissionId, baseId } of variants) {
    if (claims.has(submissionId)) continue;
    const inherited = (claims.get(baseId) ?? [])
      .filter((claim) => INHERITED_BASES.includes(claim.basis))
      .map(({ id: _, ...claim }) => ({
        ...claim,
        submissionId,
        basis: claim.basis === Basis.VAGUE ? Basis.VAGUE : Basis.INHERITED,
        inheritedFromId: claim.inheritedFromId ?? baseId,
      }));
    // A base that claims nothing of this kind leaves the place to the next one.
    if (inherited.length) claims.set(submissionId, inherited as Claim[]);
    wanted.push(...inherited);
  }
  const existing: Claim[] = await manager.find<Claim>(entity, { where: { inheritedFromId: Not(IsNull()) } });
  const key = (claim: Partial<Claim>) => claimKey(kind, claim);
  return reconcile<Claim>(manager, entity, { existing, wanted, key, removeOthers: true });
}

async function inheritCleaning(manager: EntityManager, variants: Inheriting[]): Promise<Changes> {
  const all = await manager.find(TestSetCleaning, {
    where: { submissionId: In(variants.flatMap((variant) => [variant.submissionId, variant.baseId])) },
  });
  const known = keyBy(
    all.filter((row) => row.basis === Basis.STATED),
    (row) => row.submissionId,
  );
  const wanted: TestSetCleaning[] = [];
  for (const { submissionId, baseId } of variants) {
    const base = known.get(baseId);
    if (known.has(submissionId) || !base) continue;
    const inheritedFromId = base.inheritedFromId ?? baseId;
    const inherited = { ...base, submissionId, basis: Basis.INHERITED, inheritedFromId };
    known.set(submissionId, inherited);
    wanted.push(inherited);
  }
  const existing = await manager.find(TestSetCleaning, { where: { basis: Basis.INHERITED } });
  const key = (row: Partial<TestSetCleaning>) => String(row.submissionId);
  return reconcile(manager, TestSetCleaning, { existing, wanted, key, removeOthers: true });
}
