import { type CursorPartType, decodeCursor, encodeCursor } from "../../src/common/pagination/cursor";

const TYPES: CursorPartType[] = ["numeric", "date", "text", "integer"];
const KEY = ["77.977", "2017-12-12", 'THU "CV-AI" Läb\n', "12"];
const raw = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
const read = (cursor: string, list = "ranking", types = TYPES) => decodeCursor("after", cursor, list, types);

it("is read back as the key it was made of, whatever the text in it", () => {
  expect(read(encodeCursor("ranking", KEY))).toEqual(KEY);
});

it("keeps what a row does not have, and every digit of a number", () => {
  const key = ["-0.10000000000000000000000000001", null, "", "-1"];
  expect(read(encodeCursor("ranking", key))).toEqual(key);
});

it("can be put into an address as it is", () => {
  expect(encodeCursor("ranking", ["1", null, "ÿþ?>~", "3"])).toMatch(/^[A-Za-z0-9_-]+$/);
});

it("is refused by another list, or by the same one in another order", () => {
  const cursor = encodeCursor("ranking", KEY);
  expect(() => read(cursor, "submissions")).toThrow(
    /^after: this cursor was given by another list or order\./,
  );
  expect(() => read(cursor, "ranking", ["text", "integer"])).toThrow(/another list or order/);
});

it.each([
  ["a number that is none", ["seventy", "2017-12-12", "a", "1"]],
  ["a day that no calendar has", ["1", "2017-99-12", "a", "1"]],
  ["an id that is too long", ["1", "2017-12-12", "a", "12345678901"]],
  ["a text that the database cannot hold", ["1", "2017-12-12", "a\u0000", "1"]],
  ["SQL", ["1", "2017-12-12", "a", "1; DROP TABLE score"]],
])("is refused with %s in it", (_, key) => {
  expect(() => read(encodeCursor("ranking", key))).toThrow(/another list or order/);
});

it.each([
  ["a word", "cursor"],
  ["nothing", ""],
  ["no list", raw({ list: "ranking" })],
  ["a list without a name", raw([1, "2"])],
  ["a list with no key", raw(["ranking"])],
  ["a key that is no text", raw(["ranking", 1, null, "a", "1"])],
])("says that %s is not a cursor", (_, text) => {
  expect(() => read(text)).toThrow(
    "after: this is not a cursor. Use the `cursor`, `startCursor` or `endCursor` that a page of this list gave.",
  );
});

it("is refused with the 30th of February in it, which the database would not take", () => {
  expect(() => read(encodeCursor("ranking", ["1", "2017-02-30", "a", "1"]))).toThrow(/another list or order/);
});
