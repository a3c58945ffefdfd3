import { LARGEST } from "../sizes";
import { type LargestSplit, pagesAround50 } from "./largest";
import { OUR_ENTRIES, ourEntries, PEER_ENTRIES, peerEntries } from "./ranking-entries";
import type { Workload } from "./workload";

const TOTAL = "scoresBySplitId(filter: { value: { isNull: false } }) { totalCount }";

/** What a leaderboard shows first. */
export const ranking: Workload<LargestSplit & { first: number }> = {
  id: "W4",
  title: "the first 50 entries of a ranking with ranks, ties and total",
  variants: pagesAround50,
  ours: {
    query: `query ($split: String!, $first: Int!) {
      leaderboard(ref: "${LARGEST.leaderboard}") {
        ranking(split: $split, first: $first) { totalCount ${OUR_ENTRIES} }
      }
    }`,
    variables: ({ split, first }) => ({ split, first }),
    answer: ({ leaderboard }) => ({
      total: leaderboard.ranking.totalCount,
      entries: ourEntries(leaderboard.ranking),
    }),
  },
  peer: {
    query: `query ($split: Int!, $first: Int!) {
      splitByRowId(rowId: $split) {
        floorSplitTotalBySplitId { total }
        floorRankingsBySplitId(orderBy: POSITION_ASC, first: $first) { ${PEER_ENTRIES} }
      }
    }`,
    variables: ({ splitId, first }) => ({ split: splitId, first }),
    answer: ({ splitByRowId: split }) => ({
      total: split.floorSplitTotalBySplitId.total,
      entries: peerEntries(split.floorRankingsBySplitId),
    }),
  },
  peerComputing: {
    query: `query ($split: Int!, $first: Int!) {
      splitByRowId(rowId: $split) { ${TOTAL} }
      allPeerRankingComputeds(condition: { splitId: $split }, orderBy: POSITION_ASC, first: $first) { ${PEER_ENTRIES} }
    }`,
    variables: ({ splitId, first }) => ({ split: splitId, first }),
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
      FROM (SELECT * FROM floor.ranking WHERE split_id = $1 ORDER BY position LIMIT $2) AS r
      JOIN submission s ON s.id = r.submission_id`,
    values: ({ splitId, first }) => [splitId, first],
  },
};
