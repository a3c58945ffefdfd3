import { LARGEST } from "../sizes";
import { type LargestSplit, pagesAround50 } from "./largest";
import type { Workload } from "./workload";

const FIGURES = "nodes { slug label count mean max }";

const peerFigures = (list: string) => ({
  query: `query ($split: Int!, $first: Int!) {
    page: ${list}(condition: { splitId: $split }, orderBy: POSITION_ASC, first: $first) { ${FIGURES} }
  }`,
  variables: ({ splitId, first }: LargestSplit & { first: number }) => ({ split: splitId, first }),
  answer: (data: { page: { nodes: object[] } }) => data.page,
});

/** Figures of groups over a whole split. */
export const organisations: Workload<LargestSplit & { first: number }> = {
  id: "W6",
  title: "count, mean and largest value of each organisation on a split, the best 50",
  variants: pagesAround50,
  ours: {
    query: `query ($split: String!, $first: Int!) {
      leaderboard(ref: "${LARGEST.leaderboard}") {
        statistics(split: $split, groupBy: ORGANISATION, first: $first) { nodes { slug: key label count mean max } }
      }
    }`,
    variables: ({ split, first }) => ({ split, first }),
    answer: ({ leaderboard }) => leaderboard.statistics,
  },
  peer: peerFigures("allFloorOrganisationFigures"),
  peerComputing: peerFigures("allPeerOrganisationFiguresComputeds"),
  floor: {
    text: `
      SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('slug', slug, 'label', label,
        'count', count, 'mean', mean, 'max', max) ORDER BY position), '[]'))::text
      FROM (
        SELECT * FROM floor.organisation_figures WHERE split_id = $1 ORDER BY position LIMIT $2) AS page`,
    values: ({ splitId, first }) => [splitId, first],
  },
};
