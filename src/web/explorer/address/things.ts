/** Something with an address of its own, as searches give it. */
export interface Thing {
  __typename?: string;
  id: string;
  slug?: string;
  name?: string;
  label?: string;
  title?: string;
}

const KINDS: Record<string, { address: string; kind: string }> = {
  Leaderboard: { address: "/leaderboards", kind: "leaderboard" },
  Benchmark: { address: "/leaderboards", kind: "benchmark" },
  Submission: { address: "/submissions", kind: "submission" },
  Organisation: { address: "/organisations", kind: "organisation" },
  LossFunction: { address: "/losses", kind: "loss function" },
  Backbone: { address: "/backbones", kind: "backbone" },
  TrainingDataset: { address: "/datasets", kind: "training data" },
  Paper: { address: "/papers", kind: "paper" },
};

/** What to call a thing. */
export function nameOf({ name, label, title, slug, id }: Thing): string {
  return name ?? label ?? title ?? slug ?? id;
}

/** What kind of thing it is, in the field's words. */
export function kindOf({ __typename = "" }: Thing): string {
  return KINDS[__typename]?.kind ?? __typename;
}

/** Where its page is. A benchmark has none: its leaderboards are on the first page. */
export function addressOf({ __typename = "", slug = "" }: Thing): string {
  const address = KINDS[__typename]?.address ?? "/search";
  return __typename === "Benchmark" ? `/leaderboards#${slug}` : pageOf(address, slug);
}

/** The page of a thing: `/losses` and its slug. */
export function pageOf(address: string, slug: string): string {
  return `${address}/${encodeURIComponent(slug)}`;
}
