import { FLOOR_LINKS, OUR_LINKS, PEER_LINKS, peerLinks } from "./links";
import type { Json, Workload } from "./workload";

/** A page about one submission. */
export const oneSubmission: Workload<{ slug: string }> = {
  id: "W1",
  title: "one submission with all its links and its 20 scores",
  variants: (sql) =>
    sql("SELECT slug FROM submission WHERE benchmark_id = 1 ORDER BY hashint4extended(id, 1) LIMIT 320"),
  ours: {
    query: `query ($slug: String!) {
      submission(ref: $slug) { ${OUR_LINKS}
        scores { value reported split { slug } leaderboard { slug name } }
      }
    }`,
    variables: ({ slug }) => ({ slug }),
    answer: (data) => data.submission,
  },
  peer: {
    query: `query ($slug: String!) {
      submissionBySlug(slug: $slug) { ${PEER_LINKS}
        scoresBySubmissionId(filter: { value: { isNull: false } }) {
          nodes { value reported splitBySplitId { slug leaderboardByLeaderboardId { slug name } } }
        }
      }
    }`,
    variables: ({ slug }) => ({ slug }),
    answer: ({ submissionBySlug: row }) => ({
      ...peerLinks(row),
      scores: row.scoresBySubmissionId.nodes.map((score: Json) => ({
        value: Number(score.value),
        reported: score.reported,
        split: { slug: score.splitBySplitId.slug },
        leaderboard: score.splitBySplitId.leaderboardByLeaderboardId,
      })),
    }),
  },
  floor: {
    text: `
      SELECT json_build_object(${FLOOR_LINKS}, 'scores', (
        SELECT coalesce(json_agg(json_build_object('value', x.value, 'reported', x.reported,
          'split', json_build_object('slug', sp.slug),
          'leaderboard', json_build_object('slug', lb.slug, 'name', lb.name)) ORDER BY lb.position, sp.position), '[]')
        FROM score x JOIN split sp ON sp.id = x.split_id JOIN leaderboard lb ON lb.id = sp.leaderboard_id
        WHERE x.submission_id = s.id AND x.value IS NOT NULL))::text
      FROM submission s WHERE s.slug = $1`,
    values: ({ slug }) => [slug],
  },
};
