import { post } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const BOARD = "megaface-identification";
const KEEP = `mutation ($query: String!, $variables: JSONObject, $operationName: String) {
  keepAnswer(query: $query, variables: $variables, operationName: $operationName) {
    id title query variables data contentHash revision dataVersion dataChangedAt serviceVersion keptAt address
  }
}`;

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({ keepsAnswers: true });
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const keep = (query: string, variables?: object, operationName?: string) =>
  post(service.url, { query: KEEP, variables: { query, variables, operationName } });

describe("a kept answer", () => {
  it("is the query in its normal form, with what it gave and of which data", async () => {
    const query = `
      # The best of them.
      query Unused { meta { revision } }
      query Best($first: Int = 2, $board: String!) {
        leaderboard(ref: $board) { top: ranking(first: $first, ties: DENSE) { ...rows } } }
      fragment rows on RankingConnection { nodes { rank submission { id name } score { reported } } }
      `;
    const { data, errors } = await keep(query, { board: BOARD, other: 1 }, "Best");
    expect(errors).toEqual([]);
    const kept = data.keepAnswer;
    expect(kept.id).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
    expect(kept.title).toBe("Best");
  });
});
