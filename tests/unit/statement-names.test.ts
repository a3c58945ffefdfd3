import { nameFault, StatementNames } from "../../src/db/statement-names";

it("names a text when it comes the second time, and then always alike", () => {
  const names = new StatementNames();
  expect(names.nameFor("SELECT 1")).toBeUndefined();
  const name = names.nameFor("SELECT 1");
  expect(name).toMatch(/^[\w-]{10,63}$/);
  expect(names.nameFor("SELECT 1")).toBe(name);
});

it("gives different texts different names, and none to a text that came once", () => {
  const names = new StatementNames();
  const texts = Array.from({ length: 50 }, (_, i) => `SELECT ${i}`);
  for (const text of texts) expect(names.nameFor(text)).toBeUndefined();
  expect(new Set(texts.map((text) => names.nameFor(text))).size).toBe(50);
});

it("gives no more than a few hundred names, however many texts come again", () => {
  const names = new StatementNames();
  const given = new Set<string>();
  for (let i = 0; i < 5_000; i += 1) {
    names.nameFor(`SELECT ${i}`);
    const name = names.nameFor(`SELECT ${i}`);
    if (name) given.add(name);
  }
  expect(given.size).toBeGreaterThan(100);
  expect(given.size).toBeLessThan(500);
  const first = names.nameFor("SELECT 0");
  expect(first && given.has(first)).toBe(true);
});

it("never names a text of extreme length", () => {
  const names = new StatementNames();
  const long = `SELECT ${"1 + ".repeat(20_000)}1`;
  expect([1, 2, 3].map(() => names.nameFor(long))).toEqual([undefined, undefined, undefined]);
});

it("gives a text another name when asked to, and no name at all once it has given up", () => {
  const names = new StatementNames();
  names.nameFor("SELECT 1");
  const name = names.nameFor("SELECT 1");
  names.rename("SELECT 1");
  const other = names.nameFor("SELECT 1");
  expect(other).toBeDefined();
  expect(other).not.toBe(name);
  names.giveUp();
  expect(names.nameFor("SELECT 1")).toBeUndefined();
});

it("blames the name only for what a statement without one would not meet", () => {
  expect(nameFault({ code: "0A000", routine: "RevalidateCachedQuery" })).toBe("CHANGED");
  expect(nameFault({ code: "26000" })).toBe("MIXED_UP");
  expect(nameFault({ code: "42P05" })).toBe("MIXED_UP");
  expect(nameFault({ code: "0A000", routine: "transformWindowFuncCall" })).toBeNull();
  expect(nameFault({ code: "57014" })).toBeNull();
  expect(nameFault(new Error("gone"))).toBeNull();
});
