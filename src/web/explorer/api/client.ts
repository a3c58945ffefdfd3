import { Client, fetchExchange, mapExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";

/** Types that have no id: they are kept under what they were asked of. */
const WITHOUT_ID = [
  "Bibliography",
  "BackboneClaim",
  "Citation",
  "Comparison",
  "ComparisonCell",
  "ComparisonResult",
  "Counts",
  "Facet",
  "FacetCount",
  "LikelyDescription",
  "LossFunctionClaim",
  "Meta",
  "RankingEntry",
  "Reference",
  "SearchResult",
  "SourceGap",
  "SourceReference",
  "SplitSpread",
  "StateOfTheArtRecord",
  "TestSetCleaningFact",
  "TrainingDatasetClaim",
  "Variant",
];

const CONNECTIONS = [
  "Backbone",
  "Leaderboard",
  "LossFunction",
  "Organisation",
  "Paper",
  "Ranking",
  "SearchResult",
  "Submission",
  "TrainingDataset",
].map((name) => `${name}Connection`);

const keys = Object.fromEntries([...WITHOUT_ID, ...CONNECTIONS].map((name) => [name, () => null]));

/** What an error made null is not known to be nothing: the cache must not keep it, least of all for other queries. */
const withoutDataOfErrors = mapExchange({
  onResult: (result) => (result.error ? { ...result, data: undefined } : result),
});

/** Asks the service that the page came from; what has an id is kept once, however it was asked for. */
export const client = new Client({
  url: "/graphql",
  // By POST, whatever the size: a question is then never part of an address that is logged.
  preferGetMethod: false,
  exchanges: [cacheExchange({ keys }), withoutDataOfErrors, fetchExchange],
});
