import { BoundedMap } from "../../src/common/bounded-map";

test("a bounded map forgets what was used longest ago", () => {
  const dropped: string[] = [];
  const map = new BoundedMap<string, number>(10, (key) => dropped.push(key));
  map.set("a", 1, 4);
  map.set("b", 2, 4);
  expect(map.get("a")).toBe(1);
  map.set("c", 3, 4);
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
  expect([dropped, map.size, map.count]).toEqual([["b"], 8, 2]);
});

test("a bounded map counts what is replaced once, and keeps nothing larger than itself", () => {
  const map = new BoundedMap<string, number>(10);
  map.set("a", 1, 6);
  map.set("a", 2, 8);
  expect([map.get("a"), map.size]).toEqual([2, 8]);
  map.set("a", 3, 11);
  expect([map.get("a"), map.size, map.count]).toEqual([undefined, 0, 0]);
  map.delete("a");
  expect(map.size).toBe(0);
});
