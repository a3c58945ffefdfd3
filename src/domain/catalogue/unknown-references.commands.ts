import { nearest } from "../../common/nearest";
import { RecordsRefused, type Refusal } from "../../db/records-refused";
import { type Sql, sql } from "../../db/sql";
import type { Write, WritePlace } from "../../db/write";

/** So many known slugs are all named when none of them is near. */
const FEW = 10;

/** So many slugs, those written most alike, are looked at for a near one. */
const CANDIDATES = 200;

/** So many unknown references are told of at once. */
const TOLD = 50;

/** So many of them get a hint, for each looks through all that is known. */
const HINTED = 10;

interface References {
  /** What messages call the thing that is referred to. */
  what: string;
  /** SELECT of the lost references: what they stand in (`place`), the slug, and file, line, col and ordinal. */
  lost: Sql;
  /** SELECT of the slugs that are known, for a hint. */
  known: Sql;
}

/** Throws RecordsRefused when references lead nowhere, with the nearest known ones. */
export async function refuseUnknown(write: Write, { what, lost, known }: References): Promise<void> {
  const found = await write.db.rows<WritePlace & { place: string; slug: string }>(
    sql`SELECT * FROM (${lost}) AS lost ORDER BY lost.ordinal LIMIT ${TOLD}`,
  );
  if (found.length === 0) return;
  const refusals: Refusal[] = [];
  for (const [i, { place, slug, ...at }] of found.entries()) {
    const hint = i < HINTED ? hintFor(slug, await likeliest(write, known, slug)) : "";
    refusals.push({ ...at, message: `${place}: there is no ${what} "${slug}".${hint}` });
  }
  throw new RecordsRefused(refusals);
}

async function likeliest(write: Write, known: Sql, slug: string): Promise<string[]> {
  const rows = await write.db.rows<{ slug: string }>(sql`
    SELECT known.slug FROM (SELECT DISTINCT k.slug FROM (${known}) AS k) AS known
    ORDER BY similarity(known.slug, ${slug}) DESC, known.slug COLLATE "C" LIMIT ${CANDIDATES}`);
  return rows.map((row) => row.slug);
}

function hintFor(slug: string, known: readonly string[]): string {
  const near = nearest(slug, known);
  if (near.length) return ` Did you mean ${near.map((each) => `"${each}"`).join(" or ")}?`;
  return known.length > 0 && known.length <= FEW ? ` Known are: ${[...known].sort().join(", ")}.` : "";
}
