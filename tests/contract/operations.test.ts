import { readFileSync } from "node:fs";
import path from "node:path";
import { printOperations } from "../../src/cli/print-operations";

const file = path.join(__dirname, "../../src/web/explorer/api/operations.ts");

test("the explorer's operations are typed by the schema as it is: npm run operations", async () => {
  expect(readFileSync(file, "utf8")).toBe(await printOperations());
});
