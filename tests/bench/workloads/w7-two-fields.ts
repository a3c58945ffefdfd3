import type { Workload } from "./workload";

/** The smallest question that needs the database. */
export const twoFields: Workload<{ slug: string }> = {
  id: "W7",
  title: "two fields of one submission by its key",
  variants: (sql) => sql("SELECT slug FROM submission ORDER BY hashint4extended(id, 7) LIMIT 320"),
  ours: {
    query: "query ($slug: String!) { submission(ref: $slug) { name submittedOn } }",
    variables: ({ slug }) => ({ slug }),
    answer: (data) => data.submission,
  },
  peer: {
    query: "query ($slug: String!) { submissionBySlug(slug: $slug) { name submittedOn } }",
    variables: ({ slug }) => ({ slug }),
    answer: (data) => data.submissionBySlug,
  },
  floor: {
    text: "SELECT json_build_object('name', name, 'submittedOn', submitted_on)::text FROM submission WHERE slug = $1",
    values: ({ slug }) => [slug],
  },
};
