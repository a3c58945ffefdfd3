import { LARGEST } from "../sizes";
import { type LargestSplit, largestSplits } from "./largest";
import { OUR_ENTRIES, ourEntries, PEER_ENTRIES, peerEntries } from "./ranking-entries";
import type { Ask, Json, Workload } from "./workload";

/** The page that follows a position, and the submission and value that stand there. */
type Variant = LargestSplit & { position: number; slug: string };

const OUR_CURSORS = `query ($split: String!, $slugs: [String!]!) {
  leaderboard(ref: "${LARGEST.leaderboard}") {
    ranking(split: $split, first: 100, where: { submission: { is: $slugs } }) {
      edges { cursor node { submission { slug } } }
    }
  }
}`;

/** The cursor of an entry is the same whatever selection it was found in: that is quicker than going through all pages. */
async function ourCursors(variants: Variant[], ask: Ask): Promise<string[]> {
  const cursors = new Map<string, string>();
  for (const split of new Set(variants.map((variant) => variant.split))) {
    const slugs = variants.filter((variant) => variant.split === split).map(({ slug }) => slug);
    const { leaderboard } = await ask(OUR_CURSORS, { split, slugs });
    for (const { cursor, node } of leaderboard.ranking.edges)
      cursors.set(`${split}/${node.submission.slug}`, cursor);
  }
  return variants.map(({ split, slug }) => cursors.get(`${split}/${slug}`) as string);
}

/** Gets the cursor of each position from a list of PostGraphile's. */
const peerCursors = (list: string) => async (variants: Variant[], ask: Ask) => {
  const cursors: string[] = [];
  for (const { splitId, position } of variants) {
    const data = await ask(
      `query ($split: Int!, $position: Int!) {
        found: ${list}(condition: { splitId: $split, position: $position }, orderBy: POSITION_ASC) { edges { cursor } }
      }`,
      { split: splitId, position },
    );
    cursors.push(data.found.edges[0].cursor);
  }
  return cursors;
};

const peerPage = (list: string) => ({
  query: `query ($split: Int!, $after: Cursor!) {
    page: ${list}(condition: { splitId: $split }, orderBy: POSITION_ASC, after: $after, first: 50) { ${PEER_ENTRIES} }
  }`,
  prepare: peerCursors(list),
  variables: ({ splitId }: Variant, after: Json) => ({ split: splitId, after }),
  answer: (data: Json) => ({ entries: peerEntries(data.page) }),
});

/** A page far down a ranking, as someone gets there who goes on with cursors. */
export const deepPage: Workload<Variant> = {
  id: "W5",
  title: "50 entries of a ranking after nine tenths of it, by cursor, with ranks",
  async variants(sql) {
    const splits = await largestSplits(sql);
    const rows = await sql<{ splitId: number; position: number; slug: string }>(
      `SELECT r.split_id AS "splitId", r.position, s.slug
       FROM floor.split_total t, generate_series(0, 29) AS i, floor.ranking r JOIN submission s ON s.id = r.submission_id
       WHERE t.split_id = ANY($1) AND r.split_id = t.split_id
         AND r.position = floor(t.total * (0.85 + i * 0.1 / 29))::integer - i
       ORDER BY i, r.split_id`,
      [splits.map(({ splitId }) => splitId)],
    );
    return rows.map((row) => ({
      ...row,
      split: splits.find(({ splitId }) => splitId === row.splitId)?.split as string,
    }));
  },
  ours: {
    query: `query ($split: String!, $after: String!) {
      leaderboard(ref: "${LARGEST.leaderboard}") { ranking(split: $split, first: 50, after: $after) { ${OUR_ENTRIES} } }
    }`,
    prepare: ourCursors,
    variables: ({ split }, after) => ({ split, after }),
    answer: ({ leaderboard }) => ({ entries: ourEntries(leaderboard.ranking) }),
  },
  peer: peerPage("allFloorRankings"),
  peerComputing: peerPage("allPeerRankingComputeds"),
  floor: {
    text: `
      SELECT json_build_object('entries', coalesce(json_agg(json_build_object('rank', r.rank, 'tied', r.tied,
        'value', r.value, 'slug', s.slug, 'name', s.name) ORDER BY r.position), '[]'))::text
      FROM (SELECT * FROM floor.ranking WHERE split_id = $1 AND position > $2 ORDER BY position LIMIT 50) AS r
      JOIN submission s ON s.id = r.submission_id`,
    values: ({ splitId, position }) => [splitId, position],
  },
};
