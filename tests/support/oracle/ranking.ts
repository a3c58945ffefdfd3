import { byCodePoint, compare, exact, missingLast, toNumber } from "./decimal";
import { matches, type Where } from "./where";
import type { Entry, World } from "./world";

/** A row of a split with its value, the larger the better. */
export interface Row {
  entry: Entry;
  text: string;
  value: bigint;
  goodness: bigint;
}

export interface Selection {
  where?: Where;
  asOf?: string;
}

export type Ties = "COMPETITION" | "DENSE" | "ORDINAL" | "FRACTIONAL";

/** The rows of a split that have a value, the best first; equals by date (undated last), then by name. */
export function fieldOf(world: World, board: string, split: string, asOf?: string): Row[] {
  const rows: Row[] = [];
  for (const entry of world.entries) {
    const text = entry.scores.get(`${board}/${split}`);
    if (text == null) continue;
    if (asOf && (entry.submittedOn === null || entry.submittedOn > asOf)) continue;
    const value = exact(text);
    rows.push({ entry, text, value, goodness: world.lowerIsBetter.get(board) ? -value : value });
  }
  return rows.sort(
    (a, b) =>
      compare(b.goodness, a.goodness) ||
      missingLast(a.entry.submittedOn, b.entry.submittedOn) ||
      byCodePoint(a.entry.label, b.entry.label) ||
      a.entry.id - b.entry.id,
  );
}

/** The rank of each row of an ordered list. */
export function rankAll(rows: Row[], ties: Ties): Map<Entry, number> {
  const values = [...new Set(rows.map((row) => row.goodness))];
  return new Map(
    rows.map((row, i) => {
      const better = rows.filter((other) => other.goodness > row.goodness).length;
      const equal = rows.filter((other) => other.goodness === row.goodness).length;
      const rank = {
        COMPETITION: better + 1,
        DENSE: values.indexOf(row.goodness) + 1,
        ORDINAL: i + 1,
        FRACTIONAL: better + (equal + 1) / 2,
      };
      return [row.entry, rank[ties]];
    }),
  );
}

/** The rows of the field that a selection keeps. */
export function selected(world: World, board: string, split: string, { where, asOf }: Selection): Row[] {
  const rows = fieldOf(world, board, split, asOf);
  return rows.filter(({ entry }) => matches(world, where ?? {}, entry, { board, split }));
}

/** What `ranking` must answer, in the shape of `RANKING_FIELDS`. */
export function expectedRanking(
  world: World,
  board: string,
  split: string,
  { ties = "COMPETITION", ...selection }: Selection & { ties?: Ties },
) {
  const field = fieldOf(world, board, split, selection.asOf);
  const rows = selected(world, board, split, selection);
  const [overall, own] = [rankAll(field, ties), rankAll(rows, ties)];
  return rows.map(({ entry, text, goodness }) => ({
    rank: own.get(entry),
    overallRank: overall.get(entry),
    tied: field.filter((other) => other.goodness === goodness).length > 1,
    behindLeader: toNumber(field[0].goodness - goodness),
    score: { reported: text },
    submission: { slug: entry.slug },
  }));
}

export const RANKING_FIELDS = `totalCount nodes {
  rank overallRank tied behindLeader score { reported } submission { slug }
}`;
