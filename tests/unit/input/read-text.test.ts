import { deflateSync, gzipSync } from "node:zlib";
import { readText } from "../../../src/importers/input/read-text";
import { endless, inPieces, own, utf16be } from "./bytes";

async function problemOf(content: string | Buffer): Promise<string> {
  const read = await readText(own(content));
  if (!("problem" in read)) throw new Error(`no problem, but ${read.text.length} characters`);
  const { file, line, column, message, level } = read.problem;
  expect([file, level]).toEqual(["own.txt", undefined]);
  return `${line}:${column} ${message}`;
}

const TEXT = 'Köln\t"∑ 😀"\r\n\uFFFD\uFEFF é\n';

describe("a good text", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["UTF-16 LE with its mark", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["UTF-16 BE with its mark", utf16be(`\uFEFF${TEXT}`)],
  ])("in %s is read as it is, in pieces of any size", async (_, bytes) => {
    for (const size of [1, 2, 3, 5, 7, 511, 512, 1000]) {
      expect(await readText(inPieces(bytes, size))).toEqual({ text: TEXT });
      const long = Buffer.concat([bytes, ...Array(300).fill(bytes.subarray(bytes.length - 4))]);
      expect(await readText(inPieces(long, size))).toEqual(await readText(inPieces(long, long.length)));
    }
  });

  it("may be large", async () => {
    const text = "é😀\n".repeat(1_000_000);
    expect(await readText(own(text))).toEqual({ text });
  });
});

describe("a text that is not UTF-8", () => {
  const latin1 = (text: string) => Buffer.from(text, "latin1");

  it("is told its first bad byte, with its place", async () => {
    expect(await problemOf(latin1("Köln"))).toBe("1:2 the byte F6 is not UTF-8. Save the file as UTF-8.");
    const behind = Buffer.concat([Buffer.from("é😀\r\n\uFFFDü"), latin1("ä\n")]);
    expect(await problemOf(behind)).toBe("2:3 the byte E4 is not UTF-8. Save the file as UTF-8.");
  });

  it("is told the place when it lies beyond the first pieces", async () => {
    const bytes = Buffer.concat([Buffer.from("äöü\n".repeat(400_000)), latin1("ab\xFFc")]);
    expect(await problemOf(bytes)).toBe("400001:3 the byte FF is not UTF-8. Save the file as UTF-8.");
  });

  it("is told the place on a line that begins in one piece and a line that begins in the next", async () => {
    const place = async (text: string) => {
      const read = await readText(inPieces(latin1(`${"x".repeat(600)}${text}\xFF`), 600));
      return "problem" in read ? [read.problem.line, read.problem.column] : null;
    };
    expect(await place("ab")).toEqual([1, 603]);
    expect(await place("a\nab")).toEqual([2, 3]);
  });

  it.each([
    ["an overlong slash", [0xc0, 0xaf], "C0"],
    ["half a surrogate pair", [0xed, 0xa0, 0x80], "ED"],
    ["a code point too high", [0xf5, 0x80, 0x80, 0x80], "F5"],
    ["a stray continuation", [0x80], "80"],
  ])("is refused for %s", async (_, bytes, byte) => {
    const message = `1:2 the byte ${byte} is not UTF-8. Save the file as UTF-8.`;
    expect(await problemOf(Buffer.from([0x61, ...bytes, 0x62]))).toBe(message);
  });

  it.each([
    ["UTF-8", Buffer.from("a\né").subarray(0, 3), "2:1"],
    ["Latin-1", latin1("caf\xE9"), "1:4"],
    ["UTF-16", Buffer.from("\uFEFFab", "utf16le").subarray(0, 5), "1:2"],
    ["a UTF-16 pair", Buffer.from("\uFEFFa😀", "utf16le").subarray(0, 6), "1:2"],
  ])("is told that its end is cut off in %s", async (_, bytes, place) => {
    expect(await problemOf(bytes)).toBe(
      `${place} the file ends within a character: it was cut off, or is not UTF-8. Save it as UTF-8.`,
    );
  });

  it("is refused for half a pair in UTF-16", async () => {
    const bytes = Buffer.from("\uFEFFa\n\uDE00b", "utf16le");
    expect(await problemOf(bytes)).toBe("2:1 half a UTF-16 character. Save the file as UTF-8.");
  });

  it.each([
    ["UTF-16 LE", Buffer.from("Köln", "utf16le"), "the file seems to be UTF-16."],
    ["UTF-16 BE", utf16be("ab"), "the file seems to be UTF-16."],
    ["UTF-32 LE", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "the file is UTF-32."],
    ["UTF-32 BE", Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), "the file is UTF-32."],
  ])("is recognised as %s", async (_, bytes, message) => {
    expect(await problemOf(bytes)).toBe(`1:1 ${message} Save it as UTF-8.`);
  });
});

describe("a file that is no text", () => {
  const tar = Buffer.alloc(1024, "a");
  tar.write("ustar\0", 257, "latin1");
  it.each<[string, string | Buffer]>([
    ["a zip archive", Buffer.from("PK\x03\x04\x14\0\0\0", "latin1")],
    ["a gzip archive", gzipSync("[1]")],
    ["a bzip2 archive", Buffer.from("BZh91AY&SY\xff", "latin1")],
    ["an xz archive", Buffer.from("\xfd7zXZ\0\0", "latin1")],
    ["a zstd archive", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0])],
    ["a 7z archive", Buffer.from("7z\xbc\xaf\x27\x1c", "latin1")],
    ["a rar archive", "Rar!\x1a\x07\x01"],
    ["a tar archive", tar],
    ["a PDF document", "%PDF-1.7\n"],
    ["an SQLite database", "SQLite format 3\0"],
    ["a Parquet file", "PAR1\x15\x04"],
    ["an HDF5 file", Buffer.from("\x89HDF\r\n\x1a\n", "latin1")],
    ["a NumPy array", Buffer.from("\x93NUMPY\x01", "latin1")],
    ["a PNG image", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    ["a JPEG image", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["a GIF image", "GIF89a"],
    ["a WebP image", "RIFF\x01\x01\x01\x01WEBP"],
    ["only a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"],
  ])("is told to be %s, and what to do", async (kind, content) => {
    expect(await problemOf(content)).toMatch(
      new RegExp(`^1:1 this is ${kind}.*, not a text of data\\. (Unpack|Export|Get).*\\.$`),
    );
  });

  it("is recognised when its bytes come one by one", async () => {
    const read = await readText(inPieces(gzipSync("x".repeat(1e5)), 1));
    expect(read).toMatchObject({
      problem: { message: "this is a gzip archive, not a text of data. Unpack it first." },
    });
  });

  it("is told where a NUL stands", async () => {
    expect(await problemOf("a,b\n1,\0\n")).toBe(
      "2:3 a NUL character, which no text may hold. Is the file a text in UTF-8?",
    );
  });

  it("is a problem whatever its bytes are", async () => {
    expect(await problemOf(deflateSync(Buffer.alloc(5000, "abc")))).toMatch(/^\d+:\d+ /);
  });
});

describe("a file", () => {
  it.each([
    ["without bytes", ""],
    ["with a byte order mark alone", "\uFEFF"],
  ])("%s is empty", async (_, content) => {
    expect(await problemOf(content)).toBe("1:1 the file is empty.");
  });

  it("is not read beyond the limit", async () => {
    const file = endless(Buffer.alloc(1 << 16, "x"));
    expect(await readText(file, { maxBytes: 2 ** 22 })).toEqual({
      problem: {
        file: "own.txt",
        line: 1,
        column: 1,
        message:
          "the file is larger than 4 MB, the most that is read at once. Give so much in several files, or as JSON Lines or CSV where the format takes them.",
      },
    });
    expect(file.taken).toBeLessThan(2 ** 23);
    expect(file.closed).toBe(true);
    expect(await readText(own("1234"), { maxBytes: 4 })).toEqual({ text: "1234" });
    expect(await readText(own("12345"), { maxBytes: 4 })).toMatchObject({
      problem: { message: expect.stringMatching(/^the file is larger than 4 bytes,/) },
    });
  });

  it("is a problem when reading breaks off", async () => {
    const bytes = async function* () {
      yield Buffer.from("a\n".repeat(300));
      throw new Error("EIO: i/o error, read");
    };
    expect(await readText({ name: "own.txt", bytes })).toEqual({
      problem: {
        file: "own.txt",
        line: 301,
        column: 1,
        message: "the file cannot be read: EIO: i/o error, read.",
      },
    });
  });
});
