import { TableFormat } from "../../src/common/table-format";
import type { RequestContext } from "../../src/db/request-context";
import type { Leaderboard } from "../../src/domain/leaderboard/leaderboard.entity";
import { loadRow } from "../../src/domain/node/row.loaders";
import { rankingConnection } from "../../src/domain/ranking/ranking.connection";
import type { RankingConnection, RankingEntry } from "../../src/domain/ranking/ranking.types";
import { TieRule } from "../../src/domain/ranking/tie-rule";
import { fillTable, type TablePage } from "../../src/domain/table/fill";
import { rankingListing } from "../../src/domain/table/ranking-table";
import { contextsOf } from "../../src/graph/context";
import { RANKING_TABLE, textOf } from "../support/table";
import { startTestService, type TestService } from "../support/test-service";

const BOARD = 1;
const COLUMNS = ["RANK", "SUBMISSION", "LOSS_FUNCTIONS", "VALUE"] as const;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

async function connect(context: RequestContext, after?: string): Promise<RankingConnection> {
  const leaderboard = (await loadRow(context, "Leaderboard", BOARD)) as Leaderboard;
  return rankingConnection(context, leaderboard, { first: 7, after, ties: TieRule.COMPETITION }, null);
}

/** The pages of a ranking one after the other, each in a context of its own, so that nothing of those before is kept. */
async function* pages(contexts: () => RequestContext): AsyncGenerator<TablePage<RankingEntry>> {
  let after: string | undefined;
  for (;;) {
    const context = contexts();
    const { rows, cursor, hasNextPage } = await (await connect(context, after)).page();
    yield { context, rows };
    if (!hasNextPage) return;
    after = cursor(rows.length - 1);
  }
}

test("a table that is read page by page is the same as one of a single page", async () => {
  const contexts = contextsOf(service.dataSource, async () => "");
  const context = contexts();
  const listing = await rankingListing(context, await connect(context), { columns: [...COLUMNS] });
  const { slug } = (await loadRow(context, "Leaderboard", BOARD)) as Leaderboard;
  for (const format of Object.values(TableFormat)) {
    const streamed = await fillTable(context, listing, { pages: pages(contexts), rowCount: null }, {});
    const variables = { board: slug, first: 500, format, columns: COLUMNS };
    const { table } = (await service.data(RANKING_TABLE, variables)).leaderboard.ranking;
    expect(await textOf(format, streamed)).toBe(table.text);
  }
});
