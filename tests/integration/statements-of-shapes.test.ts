import { poolOf } from "../../src/db/database";
import { contextsOf } from "../../src/graph/context";
import { loadRecords } from "../../src/importers/load";
import { goldenPopulation, submissionSlug } from "../support/golden-population";
import { keepEverything } from "../support/kept";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  // Answers come one after the other: what is batched together is then the same in every run.
  poolOf(service.dataSource).options.max = 1;
  await loadRecords(service.dataSource, goldenPopulation(60));
  await keepEverything(service.dataSource);
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const LINKS = `
  slug name submittedOn trainingScale
  benchmark { slug name }
  source { line document { slug title } }
  organisations { slug name }
  lossFunctions { basis lossFunction { slug name } source { document { slug } } }
  backbones { basis backbone { slug name } }
  trainingDatasets { basis images trainingDataset { slug name } }
  testSetCleaning { kind basis }
  citedPapers { paper { slug title } }
  variantOf { onlyDifference submission { label } }
  variants { submission { label } }`;

const ENTRIES = "nodes { rank tied behindLeader score { value } submission { slug name } }";

const one = submissionSlug(4);

it.each<[string, number, number, string]>([
  ["two fields of one thing by its key", 1, 1, `{ submission(ref: "${one}") { name submittedOn } }`],
  [
    "one submission with everything linked",
    4,
    2,
    `{ submission(ref: "${one}") { ${LINKS} scores { value reported split { slug } leaderboard { slug } } } }`,
  ],
  [
    "one submission with the ranks of its scores",
    4,
    3,
    `{ submission(ref: "${one}") { ${LINKS} scores { value rank tied behindLeader overallRank } } }`,
  ],
  [
    "a page of submissions with everything linked",
    3,
    2,
    `{ submissions(first: 50, orderBy: { field: SUBMITTED_ON }) { nodes { ${LINKS} scores { value split { slug } } } } }`,
  ],
  [
    "the first entries of a ranking with its total",
    3,
    1,
    `{ leaderboard(ref: "item-board-0") { ranking(first: 20) { totalCount ${ENTRIES} } } }`,
  ],
  [
    "entries of a ranking with everything linked",
    5,
    2,
    `{ leaderboard(ref: "item-board-0") { ranking(first: 20) { nodes { rank score { value } submission { ${LINKS} } } } } }`,
  ],
  [
    "the groups of a split with their number",
    3,
    1,
    `{ leaderboard(ref: "item-board-0") { statistics(groupBy: ORGANISATION, first: 20) { totalCount nodes { key count mean } } } }`,
  ],
  ["the total of a ranking alone", 2, 0, `{ leaderboard(ref: "item-board-0") { ranking { totalCount } } }`],
  [
    "the best submissions that use a family above a bound",
    5,
    1,
    `{ submissions(first: 20, where: { lossFunction: { within: "item-loss-0" }, score: { leaderboard: "item-board-0", gt: 1 } },
        orderBy: { field: SCORE, leaderboard: "item-board-0", direction: DESC }) {
        nodes { slug scores(leaderboard: "item-board-0", split: "a") { value } } } }`,
  ],
])("%s: %i statements, and %i when others were answered before", async (_, first, later, query) => {
  const contexts = contextsOf(service.dataSource, async () => "");
  const counts: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    const { errors, statements } = await service.ask(query, {}, undefined, contexts);
    expect(errors).toBeUndefined();
    counts.push(statements.length);
  }
  expect(counts).toEqual([first, later]);
});
