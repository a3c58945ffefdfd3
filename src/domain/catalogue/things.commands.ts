import type { EntityManager } from "typeorm";
import { nameKey } from "../../common/name-key";
import type { Changes } from "../../db/reconcile";
import { type AliasColumn, saveAliases } from "../alias/alias.commands";
import type { ClaimedKind } from "../claim/claim-tables";
import { rowTypes } from "../node/row-types";
import { Paper } from "../paper/paper.entity";
import { Kinds } from "./kind";
import { SlugIndex, saveBySlug } from "./save";

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

const ALIAS_COLUMNS: Record<ClaimedKind, AliasColumn> = {
  LossFunction: "lossFunctionId",
  Backbone: "backboneId",
  TrainingDataset: "trainingDatasetId",
};

/** Saves things of one kind, those above before those under them. Throws when they stand above each other in a circle. */
export async function saveThings(
  manager: EntityManager,
  kind: ClaimedKind,
  records: ThingRecord[],
): Promise<Changes[]> {
  const { entity } = rowTypes[kind];
  const { label, tree } = Kinds[kind];
  const papers = await SlugIndex.of(manager, Paper, "paper");
  const changes: Changes[] = [];
  for (const level of levels(records, label)) {
    const above = await SlugIndex.of(manager, entity, label);
    const rows = level.map((record) => ({
      slug: record.slug,
      name: record.name,
      nameKey: nameKey(record.name),
      introducedById: papers.optionalId(record.introducedBy, `${record.slug}.introducedBy`),
      description: record.description ?? null,
      ...(tree && {
        parentId: above.optionalId(record.parent, `${record.slug}.parent`),
        isFamily: record.family ?? false,
      }),
    }));
    changes.push(await saveBySlug<InstanceType<typeof entity>>(manager, entity, rows));
  }
  const things = await SlugIndex.of(manager, entity, label);
  const aliases = records.map(({ slug, aliases = [] }) => [things.id(slug, slug), aliases] as const);
  changes.push(await saveAliases(manager, ALIAS_COLUMNS[kind], new Map(aliases)));
  return changes;
}

/** Sorts records so that each level's parents are in an earlier one, or not among the records. */
function levels(records: ThingRecord[], label: string): ThingRecord[][] {
  const found: ThingRecord[][] = [];
  let rest = records;
  while (rest.length) {
    const waiting = new Set(rest.map((record) => record.slug));
    const ready = rest.filter((record) => record.parent === undefined || !waiting.has(record.parent));
    if (ready.length === 0) {
      throw new Error(`These ${label}s stand above each other in a circle: ${[...waiting].join(", ")}.`);
    }
    found.push(ready);
    rest = rest.filter((record) => !ready.includes(record));
  }
  return found;
}
