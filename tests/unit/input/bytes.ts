import { type InputFile, inputFromText } from "../../../src/importers/input/input-file";

/** The bytes in pieces of the size. */
export function inPieces(content: string | Buffer, size: number): InputFile {
  const bytes = Buffer.from(content as string);
  return {
    name: "own.txt",
    async *bytes() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    },
  };
}

export const own = (content: string | Buffer) => inputFromText("own.txt", content);

/** The file the other way round: UTF-16 with the bytes of each unit swapped. */
export const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

/** Yields the piece for ever; counts what was taken, and whether the reader let go of it. */
export function endless(piece: Buffer): InputFile & { taken: number; closed: boolean } {
  const file = {
    name: "own.txt",
    taken: 0,
    closed: false,
    async *bytes() {
      try {
        for (;;) {
          file.taken += piece.length;
          yield piece;
        }
      } finally {
        file.closed = true;
      }
    },
  };
  return file;
}
