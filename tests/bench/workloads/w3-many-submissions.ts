import { TEN_SCORES_EACH } from "../sizes";
import { FLOOR_LINKS, OUR_LINKS, PEER_LINKS, peerLinks } from "./links";
import type { Json, Workload } from "./workload";

/** A long page with everything: about 3,000 objects. */
export const manySubmissions: Workload<{ from: string; benchmarkId: number }> = {
  id: "W3",
  title: "100 submissions from a day on, with all their links and 10 scores each",
  variants: (sql) =>
    sql(
      `SELECT (date '2015-06-01' + 20 * i)::text AS from, b.id AS "benchmarkId"
       FROM generate_series(0, 79) AS i, benchmark b WHERE b.slug = $1 ORDER BY i`,
      [TEN_SCORES_EACH],
    ),
  ours: {
    query: `query ($from: Date!) {
      submissions(
        first: 100
        where: { benchmark: { is: ["${TEN_SCORES_EACH}"] }, submittedOn: { gte: $from } }
        orderBy: { field: SUBMITTED_ON }
      ) {
        nodes { ${OUR_LINKS} scores { value split { slug } } }
      }
    }`,
    variables: ({ from }) => ({ from }),
    answer: (data) => ({ nodes: data.submissions.nodes }),
  },
  peer: {
    query: `query ($from: Date!, $benchmark: Int!) {
      allSubmissions(
        first: 100
        condition: { benchmarkId: $benchmark }
        filter: { submittedOn: { greaterThanOrEqualTo: $from } }
        orderBy: [SUBMITTED_ON_ASC, PRIMARY_KEY_ASC]
      ) {
        nodes { ${PEER_LINKS}
          scoresBySubmissionId(filter: { value: { isNull: false } }) { nodes { value splitBySplitId { slug } } }
        }
      }
    }`,
    variables: ({ from, benchmarkId }) => ({ from, benchmark: benchmarkId }),
    answer: (data) => ({
      nodes: data.allSubmissions.nodes.map((row: Json) => ({
        ...peerLinks(row),
        scores: row.scoresBySubmissionId.nodes.map((score: Json) => ({
          value: Number(score.value),
          split: score.splitBySplitId,
        })),
      })),
    }),
  },
  floor: {
    text: `
      SELECT json_build_object('nodes', coalesce(json_agg(json_build_object(${FLOOR_LINKS}, 'scores', (
        SELECT coalesce(json_agg(json_build_object('value', x.value, 'split', json_build_object('slug', sp.slug))), '[]')
        FROM score x JOIN split sp ON sp.id = x.split_id
        WHERE x.submission_id = s.id AND x.value IS NOT NULL))
        ORDER BY s.submitted_on, s.label COLLATE "C", s.id), '[]'))::text
      FROM (
        SELECT * FROM submission WHERE submitted_on >= $1 AND benchmark_id = $2
        ORDER BY submitted_on, label COLLATE "C", id LIMIT 100) AS s`,
    values: ({ from, benchmarkId }) => [from, benchmarkId],
  },
};
