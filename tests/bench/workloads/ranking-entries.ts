import type { Json } from "./workload";

/** What is asked of each entry of a ranking: of our service, and of PostGraphile. */
export const OUR_ENTRIES = "nodes { rank tied score { value } submission { slug name } }";
export const PEER_ENTRIES = "nodes { rank tied value submissionBySubmissionId { slug name } }";

/** Both in the common shape. */
export function ourEntries(connection: Json): Json[] {
  return connection.nodes.map(({ rank, tied, score, submission }: Json) => ({
    rank,
    tied,
    value: score.value,
    ...submission,
  }));
}

export function peerEntries(connection: Json): Json[] {
  return connection.nodes.map(({ rank, tied, value, submissionBySubmissionId }: Json) => ({
    rank,
    tied,
    value: Number(value),
    ...submissionBySubmissionId,
  }));
}
