import type { InputFile } from "../../../src/importers/input/input-file";
import { type Line, readLines } from "../../../src/importers/input/read-lines";
import { endless, inPieces, own } from "./bytes";

async function linesOf(file: InputFile, options = {}): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(file, options)) lines.push(line);
  return lines;
}

const problem = (line: number, column: number, message: string) => ({
  problem: { file: "own.txt", line, column, message },
});

describe("lines", () => {
  it("end with LF or CRLF, may be empty, and come whole from pieces of any size", async () => {
    const text = "\uFEFFé😀\r\n\n  x \r y\n\r\nlast";
    const expected = [
      { line: 1, text: "é😀" },
      { line: 2, text: "" },
      { line: 3, text: "  x \r y" },
      { line: 4, text: "" },
      { line: 5, text: "last" },
    ];
    for (const size of [1, 2, 3, 4, 100]) expect(await linesOf(inPieces(text, size))).toEqual(expected);
    expect(await linesOf(own(Buffer.from(text, "utf16le")))).toEqual(expected);
  });

  it("do not begin behind the last line end", async () => {
    expect(await linesOf(own("a\nb\n"))).toEqual([
      { line: 1, text: "a" },
      { line: 2, text: "b" },
    ]);
  });

  it("come one by one from a file without end, which is let go when the reader stops", async () => {
    const file = endless(Buffer.from(`${"x".repeat(999)}\n`.repeat(1000)));
    for await (const line of readLines(file)) if ("line" in line && line.line === 50_000) break;
    expect(file.closed).toBe(true);
    expect(file.taken).toBeLessThan(60e6);
  });

  it("end with the first problem", async () => {
    const bytes = Buffer.concat([Buffer.from("a\nb"), Buffer.from([0xff]), Buffer.from("\nc")]);
    expect(await linesOf(own(bytes))).toEqual([
      problem(2, 2, "the byte FF is not UTF-8. Save the file as UTF-8."),
    ]);
    const far = Buffer.concat([Buffer.from("ä\n".repeat(500_000)), bytes]);
    const lines = await linesOf(own(far));
    expect(lines.at(-1)).toEqual(problem(500_002, 2, "the byte FF is not UTF-8. Save the file as UTF-8."));
    expect(lines[1000]).toEqual({ line: 1001, text: "ä" });
  });

  it.each([
    ["nothing", "", 1, 1, /^the file is empty\.$/],
    ["a NUL", "a\nb\0", 2, 2, /^a NUL character/],
    ["an archive", "PK\x03\x04", 1, 1, /^this is a zip archive/],
  ])("are none in a file with %s", async (_, content, line, column, message) => {
    expect(await linesOf(own(content))).toEqual([
      { problem: { file: "own.txt", line, column, message: expect.stringMatching(message) } },
    ]);
  });
});

describe("a line that is too long", () => {
  const TOO_LONG = "the line is longer than 16 MB. Put each record on a line of its own.";

  it("is answered at once, though it never ends", async () => {
    const file = endless(Buffer.alloc(1 << 16, "x"));
    const before = process.memoryUsage().rss;
    expect(await linesOf(file)).toEqual([problem(1, 1, TOO_LONG)]);
    expect(file.taken).toBeLessThan(18 * 2 ** 20);
    expect(file.closed).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  it("is told its number, after the lines before it", async () => {
    const options = { maxLineBytes: 10 };
    expect(await linesOf(own("0123456789\n01234567890\nx"), options)).toEqual([
      { line: 1, text: "0123456789" },
      problem(2, 1, "the line is longer than 10 bytes. Put each record on a line of its own."),
    ]);
    expect(await linesOf(own("ééééé\né"), options)).toHaveLength(2);
    expect((await linesOf(own("éééééé\n"), options))[0]).toHaveProperty("problem");
    expect((await linesOf(inPieces("0".repeat(11), 3), options))[0]).toHaveProperty("problem");
  });
});
