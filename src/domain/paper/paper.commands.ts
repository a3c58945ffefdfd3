import { nameKey } from "../../common/name-key";
import { sql } from "../../db/sql";
import { said, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { keyed, saveAliases } from "../alias/alias.commands";
import { Kinds } from "../catalogue/kind";
import { refuseTaken } from "../catalogue/taken-names.commands";

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

/** The record as it is staged. */
export function stagePaper(record: PaperRecord): object {
  const { title, venue, aliases } = record;
  return {
    ...record,
    titleKey: title === undefined ? undefined : nameKey(title),
    venueKey: venue === undefined ? undefined : nameKey(venue),
    aliases: keyed(aliases),
  };
}

/** What only one paper can have. */
const IDENTIFIERS = [
  { what: "arXiv id", column: "arxiv_id", expression: "r.arxiv_id" },
  { what: "DOI", column: "doi", expression: "lower(r.doi)" },
];

/** Saves papers. */
export async function savePapers(write: Write): Promise<void> {
  if (!write.brings("papers")) return;
  await write.reconcile({
    table: "paper",
    columns: [
      "slug",
      "title",
      "title_key",
      "authors",
      "year",
      "venue",
      "venue_key",
      "arxiv_id",
      "doi",
      "url",
    ],
    wanted: sql`
      SELECT x.slug, ${said("title")}, ${said("titleKey")},
        CASE WHEN x.record ? 'authors' THEN ARRAY(SELECT jsonb_array_elements_text(x.record->'authors'))
          WHEN NOT x.partial THEN '{}'::text[] END,
        (${said("year")})::integer, ${said("venue")}, ${said("venueKey")}, ${said("arxivId")}, ${said("doi")},
        ${said("url")}, x.partial, x.ordinal
      FROM ${staged("papers")} AS x`,
    key: ["r.slug"],
    defaults: { authors: "'{}'" },
  });
  for (const unique of IDENTIFIERS) await refuseTaken(write, "papers", "paper", unique);
  await saveAliases(write, "papers", Kinds.Paper);
}
