import type { Workload } from "./workload";

const question = { query: "{ __typename }", variables: () => ({}), answer: (data: unknown) => data };

/** What a request costs by itself. */
export const typename: Workload = {
  id: "W0",
  title: "`{ __typename }`",
  variants: async () => [{}],
  ours: question,
  peer: question,
  floor: null,
};
