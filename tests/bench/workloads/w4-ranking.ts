import { type LargestSplit, largestInManyWays } from "./largest";
import { OUR_ENTRIES, ourEntries, PEER_ENTRIES, peerEntries } from "./ranking-entries";
import type { Workload } from "./workload";

const TOTAL = "scoresBySplitId(filter: { value: { isNull: false } }) { totalCount }";

/** What a leaderboard shows first. */
export const ranking: Workload<LargestSplit & { ref: string }> = {
  id: "W4",
  title: "the first 50 entries of a ranking with ranks, ties and total",
  variants: largestInManyWays,
  ours: {
    query: `query ($ref: String!, $split: String!) {
      leaderboard(ref: $ref) {
        ranking(split: $split, first: 50) { totalCount ${OUR_ENTRIES} }
      }
    }`,
    variables: ({ split, ref }) => ({ split, ref }),
    answer: ({ leaderboard }) => ({
      total: leaderboard.ranking.totalCount,
      entries: ourEntries(leaderboard.ranking),
    }),
  },
  peer: {
    query: `query ($split: Int!) {
      splitByRowId(rowId: $split) {
        floorSplitTotalBySplitId { total }
        floorRankingsBySplitId(orderBy: POSITION_ASC, first: 50) { ${PEER_ENTRIES} }
      }
    }`,
    variables: ({ splitId }) => ({ split: splitId }),
    answer: ({ splitByRowId: split }) => ({
      total: split.floorSplitTotalBySplitId.total,
      entries: peerEntries(split.floorRankingsBySplitId),
    }),
  },
  peerComputing: {
    query: `query ($split: Int!) {
      splitByRowId(rowId: $split) { ${TOTAL} }
      allPeerRankingComputeds(condition: { splitId: $split }, orderBy: POSITION_ASC, first: 50) { ${PEER_ENTRIES} }
    }`,
    variables: ({ splitId }) => ({ split: splitId }),
    answer: (data) => ({
      total: data.splitByRowId.scoresBySplitId.totalCount,
      entries: peerEntries(data.allPeerRankingComputeds),
    }),
  },
  floor: {
    text: `
      SELECT json_build_object(
        'total', (SELECT total FROM floor.split_total WHERE split_id = $1),
        'entries', coalesce(json_agg(json_build_object('rank', r.rank, 'tied', r.tied, 'value', r.value,
          'slug', s.slug, 'name', s.name) ORDER BY r.position), '[]'))::text
      FROM (SELECT * FROM floor.ranking WHERE split_id = $1 ORDER BY position LIMIT 50) AS r
      JOIN submission s ON s.id = r.submission_id`,
    values: ({ splitId }) => [splitId],
  },
};
