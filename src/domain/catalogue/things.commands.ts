import type { EntityManager } from "typeorm";
import { CircleError, levels } from "../../common/levels";
import { nameKey } from "../../common/name-key";
import type { Changes } from "../../db/reconcile";
import { saveAliases } from "../alias/alias.commands";
import { ID_PROPERTY, SECTION } from "../claim/claim.commands";
import type { ClaimedKind } from "../claim/claim-tables";
import { rowTypes } from "../node/row-types";
import { Paper } from "../paper/paper.entity";
import { Kinds } from "./kind";
import { SlugIndex, saveBySlug } from "./save";
import { findCircles, type TreeKind } from "./tree.queries";

/** A thing that submissions use; `parent` and `family` only where the kind forms a tree. */
export interface ThingRecord {
  slug: string;
  name: string;
  aliases?: string[];
  parent?: string;
  family?: boolean;
  introducedBy?: string;
  description?: string;
}

/** Saves things of one kind. Throws CircleError when they stand above each other, or above saved ones, in a circle. */
export async function saveThings(
  manager: EntityManager,
  kind: ClaimedKind,
  records: ThingRecord[],
): Promise<Changes[]> {
  const { entity } = rowTypes[kind];
  const { label, tree } = Kinds[kind];
  const papers = await SlugIndex.of(manager, Paper, "paper");
  const coming = records.map((record) => record.slug);
  const changes: Changes[] = [];
  for (const level of parentsFirst(records, label)) {
    const above = await SlugIndex.of(manager, entity, label);
    const rows = level.map(({ slug, name, parent, family = false, introducedBy, description = null }) => {
      const place = `${SECTION[kind]}.${slug}`;
      const introducedById = papers.optionalId(introducedBy, `${place}.introducedBy`);
      const row = { slug, name, nameKey: nameKey(name), introducedById, description };
      if (!tree) return row;
      return { ...row, parentId: above.optionalId(parent, `${place}.parent`, coming), isFamily: family };
    });
    changes.push(await saveBySlug<InstanceType<typeof entity>>(manager, entity, rows));
  }
  if (kind !== "TrainingDataset") await refuseCircles(manager, kind);
  const things = await SlugIndex.of(manager, entity, label);
  changes.push(await saveAliases(manager, ID_PROPERTY[kind], things, records));
  return changes;
}

/** Those above before those under them; what is not among the records is there already. */
function parentsFirst(records: ThingRecord[], label: string): ThingRecord[][] {
  return levels(records, {
    key: (record) => record.slug,
    needs: (record) => (record.parent === undefined ? [] : [record.parent]),
    refuse: (circle) => circleOf(label, circle),
  });
}

/** An earlier import may have saved the other part of a circle, so the saved things are looked at. */
async function refuseCircles(manager: EntityManager, kind: TreeKind): Promise<void> {
  const circles = await findCircles(manager, kind);
  if (circles.length) throw circleOf(Kinds[kind].label, circles);
}

function circleOf(label: string, slugs: string[]): CircleError {
  return new CircleError(`These ${label}s stand above each other`, slugs);
}
