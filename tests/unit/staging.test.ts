import { Staging } from "../../src/db/staging";
import type { Transaction } from "../../src/db/transaction";

const table = { name: "many", columns: { text: "text" } };
const other = { name: "few", columns: { text: "text" } };

/** Stages texts and gives how many rows went with each COPY, and of how many letters they were. */
async function copies(texts: Iterable<string>): Promise<{ table: string; rows: number; letters: number }[]> {
  const sent: { table: string; rows: number; letters: number }[] = [];
  const transaction = {
    run: async () => {},
    copy: async (name: string, _: string[], lines: string[]) => {
      sent.push({ table: name, rows: lines.length, letters: lines.join("").length });
    },
  };
  const staging = new Staging(transaction as unknown as Transaction);
  await staging.create([table, other]);
  await staging.add(other, ["one"]);
  for (const text of texts) await staging.add(table, [text]);
  await staging.finish();
  return sent;
}

test("rows are sent in portions", async () => {
  const sent = await copies(Array.from({ length: 45_000 }, () => "x"));
  expect(sent.map(({ table, rows }) => [table, rows])).toEqual([
    ["many", 20_000],
    ["many", 20_000],
    ["many", 5_000],
    ["few", 1],
  ]);
});

test("long texts are sent before many have come together", async () => {
  const sent = await copies(Array.from({ length: 50 }, () => "x".repeat(2 ** 20)));
  expect(Math.max(...sent.map(({ letters }) => letters))).toBeLessThan(20 * 2 ** 20);
  expect(sent.reduce((sum, { rows }) => sum + rows, 0)).toBe(51);
});
