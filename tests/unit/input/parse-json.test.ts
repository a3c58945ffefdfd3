import { findNodeAtLocation, parseTree } from "jsonc-parser";
import type { Located, Path } from "../../../src/importers/input/located";
import { parseJson } from "../../../src/importers/input/parse-json";
import { randomNumbers } from "./random";

function good(text: string): Located {
  const { document, problems } = parseJson("own.json", text);
  expect(problems).toEqual([]);
  return document as Located;
}

const place = (line: number, column: number) => ({ file: "own.json", line, column });

/** All paths that lead into a value. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

describe("a JSON document", () => {
  const text =
    '{\n  "rows": [\n    { "n": 0.9300, "é": "a\\"b" },\r\n    [-1.50E+2, true, null, {}]\n  ],\n  "10": "x", "2": "y"\n}\n';

  it("gives its value", () => {
    expect(good(text).value).toEqual(JSON.parse(text));
    for (const scalar of ["1", '"a"', "null", " [] ", "{}"])
      expect(good(scalar).value).toEqual(JSON.parse(scalar));
  });

  it.each<[Path, number, number]>([
    [[], 1, 1],
    [["rows"], 2, 11],
    [["rows", 0], 3, 5],
    [["rows", 0, "é"], 3, 25],
    [["rows", 1, 3], 4, 28],
    [["rows", "1", "2"], 4, 22],
    [["2"], 6, 19],
    [["rows", 0, "gone", "deeper"], 3, 5],
    [["rows", 7], 2, 11],
    [["rows", 0, "n", "below"], 3, 12],
    [["constructor"], 1, 1],
  ])("tells the place of %j", (path, line, column) => {
    expect(good(text).at(path)).toEqual(place(line, column));
  });

  it.each<[Path, string | undefined]>([
    [["rows", 0, "n"], "0.9300"],
    [["rows", 1, 0], "-1.50E+2"],
    [["rows", 1, 1], "true"],
    [["rows", 1, 2], "null"],
    [["rows", 0, "é"], 'a"b'],
    [["10"], "x"],
    [["rows", 1, 3], undefined],
    [["rows"], undefined],
    [["rows", 9], undefined],
    [["gone"], undefined],
  ])("gives what was written at %j", (path, raw) => {
    expect(good(text).raw(path)).toBe(raw);
  });

  it("keeps the digits that a double does not", () => {
    const { raw } = good("[0.1234567890123456789, 12345678901234567890, 1e-400,1.0]");
    expect([0, 1, 2, 3].map((i) => raw([i]))).toEqual([
      "0.1234567890123456789",
      "12345678901234567890",
      "1e-400",
      "1.0",
    ]);
  });

  it("has keys of any name", () => {
    const { value, at, raw } = good('{"__proto__":{"a":1},\n"constructor":2,"":3,"\\u0061":4}');
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor", "", "a"]);
    expect(({} as { a?: number }).a).toBeUndefined();
    expect([at(["constructor"]), at(["__proto__", "a"])]).toEqual([place(2, 15), place(1, 19)]);
    expect([raw([""]), raw(["a"])]).toEqual(["3", "4"]);
  });

  it("may hold the same key in different maps, whole pairs of surrogates, and escaped backslashes", () => {
    expect(good('[{"a":1},{"a":{"a":1}},"\\ud83d\\ude00","\\\\u0000\\\\ud800"]').value).toHaveLength(4);
  });

  it("may be nested 200 levels deep", () => {
    expect(good(`${"[".repeat(200)}1${"]".repeat(200)}`).raw(Array(200).fill(0))).toBe("1");
  });

  it("of six megabytes is read in a moment, and so are the places in it", () => {
    const row = (i: number) => ({
      model: `Model ${i}`,
      scores: { top1: i / 7, top5: String(i / 3) },
      links: [{ url: `http://a.b/${i}` }],
    });
    const large = JSON.stringify(
      Array.from({ length: 45_000 }, (_, i) => row(i)),
      null,
      1,
    );
    expect(large.length).toBeGreaterThan(6e6);
    const { raw, at } = good(large);
    for (let i = 0; i < 45_000; i += 1) raw([i, "scores", "top1"]);
    for (let i = 0; i < 45_000; i += 1) at([(i * 7919) % 45_000, "links", 0, "url"]);
  });
});

describe("any text", () => {
  const random = randomNumbers(7);
  const seed =
    '{"a":[1,-2.50,{"b":"c\\n\\u00e9"},[]],"d":{"e":true,"f":null,"g":{}},"h":"1e5", "i":[ 0 ,1e-3]}\n';
  const parts = [...'{}[],:"\\ \n019-.eE+tu', "null", '"a":', "\\u00", "//", "NaN", "é", "😀"];

  function mutant(): string {
    let text = seed;
    for (let changes = 1 + random(3); changes > 0; changes -= 1) {
      const at = random(text.length);
      const put = random(3) ? parts[random(parts.length)] : "";
      text = text.slice(0, at) + put + text.slice(at + random(3));
    }
    return text;
  }

  it("is read if and only if JSON.parse reads it and no key says two things", () => {
    let read = 0;
    for (let round = 0; round < 2000; round += 1) {
      const text = mutant();
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {}
      const { document, problems } = parseJson("own.json", text);
      const other = problems.every(({ message }) =>
        /a second time|too large|half a character|NUL/.test(message),
      );
      if (value === undefined)
        expect([text, problems.length, document]).toEqual([text, expect.any(Number), null]);
      if (value === undefined) expect([text, problems.length > 0 && !other]).toEqual([text, true]);
      else if (!document) expect([text, other, problems]).toEqual([text, true, expect.anything()]);
      else {
        read += 1;
        if (problems.length) continue;
        expect([text, document.value]).toEqual([text, value]);
        const tree = parseTree(text);
        for (const path of pathsOf(value)) {
          const node = tree && findNodeAtLocation(tree, [...path]);
          const { line, column } = document.at(path);
          const lines = text.split("\n");
          const offset = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
          expect([text, path, offset]).toEqual([text, path, node?.offset]);
          const source = node && text.slice(node.offset, node.offset + node.length);
          expect(document.raw(path)).toBe(
            node?.children ? undefined : node?.type === "string" ? node.value : source,
          );
        }
      }
    }
    expect(read).toBeGreaterThan(200);
  });
});
