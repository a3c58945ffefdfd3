import { hiddenCharacters } from "../../../src/importers/input/check-text";

describe("a hidden character", () => {
  it.each([
    ["a\u202Eb", 1, 0x202e, "U+202E right-to-left override"],
    ["\u2066a", 0, 0x2066, "U+2066 left-to-right isolate"],
    ["ab\u200B", 2, 0x200b, "U+200B zero width space"],
    ["\uFEFFa", 0, 0xfeff, "U+FEFF byte order mark"],
    ["a\u00ADb", 1, 0xad, "U+00AD soft hyphen"],
    ["a\u0007b", 1, 7, "U+0007 control character"],
    ["a\u007F", 1, 0x7f, "U+007F delete"],
    ["a\u0085", 1, 0x85, "U+0085 control character"],
    ["a\rb", 1, 13, "U+000D carriage return"],
    ["😀\u{E0041}", 2, 0xe0041, "U+E0041 format character"],
  ])("in %j is found", (text, index, codePoint, name) => {
    expect(hiddenCharacters(text)).toEqual({ index, codePoint, name });
  });

  it.each(["", "plain", "a\tb\nc\r\nd", "Köln ∑ 日本語", "👩‍💻", "می‌خواهم", "עברית", "no\u00A0break"])(
    "is none in %j",
    (text) => {
      expect(hiddenCharacters(text)).toBeNull();
    },
  );
});
