import { type LargestSplit, largestInManyWays } from "./largest";
import type { Workload } from "./workload";

const FIGURES = "nodes { slug label count mean max }";

const peerFigures = (list: string) => ({
  query: `query ($split: Int!) {
    page: ${list}(condition: { splitId: $split }, orderBy: POSITION_ASC, first: 50) { ${FIGURES} }
  }`,
  variables: ({ splitId }: LargestSplit) => ({ split: splitId }),
  answer: (data: { page: { nodes: object[] } }) => data.page,
});

/** Figures of groups over a whole split. */
export const organisations: Workload<LargestSplit & { ref: string }> = {
  id: "W6",
  title: "count, mean and largest value of each organisation on a split, the best 50",
  variants: largestInManyWays,
  ours: {
    query: `query ($ref: String!, $split: String!) {
      leaderboard(ref: $ref) {
        statistics(split: $split, groupBy: ORGANISATION, first: 50) { nodes { slug: key label count mean max } }
      }
    }`,
    variables: ({ split, ref }) => ({ split, ref }),
    answer: ({ leaderboard }) => leaderboard.statistics,
  },
  peer: peerFigures("allFloorOrganisationFigures"),
  peerComputing: peerFigures("allPeerOrganisationFiguresComputeds"),
  floor: {
    text: `
      SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('slug', slug, 'label', label,
        'count', count, 'mean', mean, 'max', max) ORDER BY position), '[]'))::text
      FROM (
        SELECT * FROM floor.organisation_figures WHERE split_id = $1 ORDER BY position LIMIT 50) AS page`,
    values: ({ splitId }) => [splitId],
  },
};
