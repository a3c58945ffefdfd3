import { LARGEST } from "../sizes";
import { type LargestSplit, largestSplits } from "./largest";
import type { Json, Workload } from "./workload";

type Variant = LargestSplit & { family: string; above: number };

/** A filter over a tree of methods and a bound, in the order of a score. */
export const familyAbove: Workload<Variant> = {
  id: "W2",
  title: "the best 50 submissions that use a loss family and score above a bound",
  async variants(sql) {
    const splits = await largestSplits(sql);
    return Array.from({ length: 80 }, (_, i) => ({
      ...splits[i % splits.length],
      family: `loss-${1 + (i % 4)}`,
      above: 40 + i / 4,
    }));
  },
  ours: {
    query: `query ($family: String!, $split: String!, $above: Float!) {
      submissions(
        first: 50
        where: {
          lossFunction: { within: [$family] }
          score: { leaderboard: "${LARGEST.leaderboard}", split: $split, gt: $above }
        }
        orderBy: { field: SCORE, direction: DESC, leaderboard: "${LARGEST.leaderboard}", split: $split }
      ) {
        nodes { slug name submittedOn scores(leaderboard: "${LARGEST.leaderboard}", split: $split) { value } }
      }
    }`,
    variables: ({ family, split, above }) => ({ family, split, above }),
    answer: (data) => ({
      nodes: data.submissions.nodes.map(({ scores, ...row }: Json) => ({ ...row, value: scores[0].value })),
    }),
  },
  peer: {
    query: `query ($family: String!, $split: Int!, $above: BigFloat!) {
      peerBestOfFamily(family: $family, split: $split, above: $above, first: 50) {
        nodes { slug name submittedOn value }
      }
    }`,
    variables: ({ family, splitId, above }) => ({ family, split: splitId, above: String(above) }),
    answer: (data) => ({
      nodes: data.peerBestOfFamily.nodes.map((row: Json) => ({ ...row, value: Number(row.value) })),
    }),
  },
  floor: {
    text: `
      SELECT json_build_object('nodes', coalesce(json_agg(page), '[]'))::text FROM (
        SELECT s.slug, s.name, s.submitted_on AS "submittedOn", x.value
        FROM score x JOIN submission s ON s.id = x.submission_id
        WHERE x.split_id = $1 AND x.value > $2 AND EXISTS (
          SELECT FROM loss_function_claim c
          WHERE c.submission_id = x.submission_id AND c.basis IN ('STATED', 'INHERITED')
            AND c.loss_function_id = ANY(ARRAY(
              WITH RECURSIVE under(id) AS (
                SELECT t.id FROM loss_function t WHERE t.slug = $3
                UNION SELECT t.id FROM under JOIN loss_function t ON t.parent_id = under.id
              ) SELECT id FROM under))
          OFFSET 0)
        ORDER BY x.value DESC, s.label COLLATE "C", s.id
        LIMIT 50) AS page`,
    values: ({ family, splitId, above }) => [splitId, above, family],
  },
};
