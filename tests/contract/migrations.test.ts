import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(__dirname, "../../migrations");

/** From here on, earlier versions answer beside later ones while these are brought out. */
const FIRST_BESIDE_OTHERS = 1_764_000_003_000;

/** What an earlier version would miss, or be refused by. */
const TAKES_AWAY =
  /DROP\s+(TABLE|COLUMN|VIEW|TYPE|SCHEMA|EXTENSION)|\bRENAME\b|SET\s+NOT\s+NULL|ALTER\s+(COLUMN\s+)?\S+\s+(SET\s+DATA\s+)?TYPE/i;

/** The part of a migration that is run when it is brought in. */
const up = (text: string) => text.slice(text.indexOf("async up("), text.indexOf("async down("));
const breaks = (file: string, text: string) => !/^\d+-Remove/.test(file) && TAKES_AWAY.test(up(text));

test("what takes something away from earlier versions is called a removal", () => {
  const files = readdirSync(folder).filter((file) => Number.parseInt(file, 10) >= FIRST_BESIDE_OTHERS);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => breaks(file, readFileSync(path.join(folder, file), "utf8")))).toEqual([]);
});

test("the name of a migration is that of its file", () => {
  for (const file of readdirSync(folder)) {
    const [, time, name] = /^(\d{13})-(\w+)\.ts$/.exec(file) ?? [];
    expect(readFileSync(path.join(folder, file), "utf8")).toContain(`export class ${name}${time} `);
  }
});

test("a removal under another name is noticed", () => {
  const text = 'async up() { run("ALTER TABLE a DROP COLUMN b") } async down() {}';
  expect(breaks("1990000000000-TidyUp.ts", text)).toBe(true);
  expect(breaks("1990000000000-RemoveB.ts", text)).toBe(false);
  expect(breaks("1990000000000-AddB.ts", 'async up() { add() } async down() { "DROP TABLE b" }')).toBe(false);
});
