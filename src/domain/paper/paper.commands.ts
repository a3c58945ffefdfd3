import type { EntityManager } from "typeorm";
import { nameKey } from "../../common/name-key";
import { saveAliases } from "../alias/alias.commands";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import { Paper } from "./paper.entity";

export interface PaperRecord {
  slug: string;
  title: string;
  aliases?: string[];
  authors?: string[];
  year?: number;
  venue?: string;
  arxivId?: string;
  doi?: string;
  url?: string;
}

/** Saves papers. */
export async function savePapers(manager: EntityManager, records: PaperRecord[]) {
  const rows = records.map((record) => ({
    slug: record.slug,
    title: record.title,
    titleKey: nameKey(record.title),
    authors: record.authors ?? [],
    year: record.year ?? null,
    venue: record.venue ?? null,
    venueKey: record.venue === undefined ? null : nameKey(record.venue),
    arxivId: record.arxivId ?? null,
    doi: record.doi ?? null,
    url: record.url ?? null,
  }));
  const changes = [await saveBySlug(manager, Paper, rows)];
  const papers = await SlugIndex.of(manager, Paper, "paper");
  changes.push(await saveAliases(manager, "paperId", papers, records));
  return changes;
}
