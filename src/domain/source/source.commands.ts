import { type EntityManager, In } from "typeorm";
import { reconcile } from "../../db/reconcile";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import { Source } from "./source.entity";
import { SourceGap } from "./source-gap.entity";

export interface SourceRecord {
  slug: string;
  title: string;
  description?: string;
  url?: string;
  doesNotSay?: { topic: string; statement: string }[];
}

/** Saves documents and what they do not say. */
export async function saveSources(manager: EntityManager, records: SourceRecord[]) {
  const rows = records.map(({ slug, title, description = null, url = null }) => ({
    slug,
    title,
    description,
    url,
  }));
  const changes = [await saveBySlug(manager, Source, rows)];
  const sources = await SlugIndex.of(manager, Source, "source");
  const ids = records.map((record) => sources.id(record.slug, "sources"));
  changes.push(
    await reconcile(manager, SourceGap, {
      existing: await manager.find(SourceGap, { where: { sourceId: In(ids) } }),
      wanted: records.flatMap((record, i) =>
        (record.doesNotSay ?? []).map((gap) => ({ sourceId: ids[i], ...gap })),
      ),
      key: (gap) => `${gap.sourceId} ${gap.topic}`,
      removeOthers: true,
    }),
  );
  return changes;
}
