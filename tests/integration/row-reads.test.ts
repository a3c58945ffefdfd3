import { poolOf } from "../../src/db/database";
import { PreparingDatabase } from "../../src/db/preparing-database";
import { readRows, readTogether } from "../../src/db/row-set";
import { sql } from "../../src/db/sql";
import { rowsWith } from "../../src/domain/node/row.queries";
import { type RowTypeName, rowTypes } from "../../src/domain/node/row-types";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

test("rows of every type are the same, be they read alone or together with others", async () => {
  const db = new PreparingDatabase(poolOf(service.dataSource));
  const names = Object.keys(rowTypes) as RowTypeName[];
  const sets = names.map((name) => rowsWith(name, sql`< 50`));
  const together = await readTogether(db, sets);
  const found: string[] = [];
  for (const [i, set] of sets.entries()) {
    const alone = await readRows(db, set);
    expect(together[i]).toEqual(alone);
    if (alone.length > 0) found.push(names[i]);
  }
  expect(found).toEqual(expect.arrayContaining(["Submission", "Score", "Import", "Paper"]));
});
