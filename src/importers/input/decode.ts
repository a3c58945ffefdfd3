import type { Place, Problem } from "../problem";
import { type Encoding, encodingOf } from "./encodings";
import type { InputFile } from "./input-file";
import { kindOfBinary } from "./magic-bytes";
import { TextCursor } from "./text-cursor";

/** A piece of a file's text, or why there is no more of it. */
export type TextPiece = { text: string; bytes: number } | { problem: Problem };

const HEAD = 512;
const PIECE = 1 << 20;

/** The text of a file, piece by piece; the first problem is the last thing that comes. */
export async function* decode(file: InputFile): AsyncGenerator<TextPiece> {
  const cursor = new TextCursor(file.name);
  const start: Place = { file: file.name, line: 1, column: 1 };
  let encoding: Encoding | undefined;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const bytes of pieces(file)) {
      let body = bytes;
      if (!encoding) {
        const kind = kindOfBinary(bytes);
        if (kind) return yield { problem: { ...start, message: kind } };
        const found = encodingOf(bytes);
        if ("message" in found) return yield { problem: { ...start, message: found.message } };
        encoding = found.encoding;
        body = bytes.subarray(found.mark);
      }
      const whole = rest.length ? Buffer.concat([rest, body]) : body;
      const end = whole.length - encoding.unfinished(whole);
      rest = Buffer.from(whole.subarray(end));
      const piece = readPiece(encoding, whole.subarray(0, end), cursor);
      if ("problem" in piece) return yield piece;
      yield { ...piece, bytes: bytes.length };
    }
  } catch (error) {
    yield { problem: { ...start, message: `the file cannot be read: ${(error as Error).message}.` } };
    return;
  }
  if (!encoding) yield { problem: { ...start, message: "the file is empty." } };
  else if (rest.length) {
    yield {
      problem: { ...cursor.placeAt("", 0), message: `the file ends within a character. ${SAVE_AGAIN}` },
    };
  }
}

const SAVE_AGAIN = "It may have been cut off; get it again.";

function readPiece(
  encoding: Encoding,
  bytes: Buffer,
  cursor: TextCursor,
): { text: string } | { problem: Problem } {
  const { text, fault } = encoding.read(bytes);
  const zero = text.indexOf("\0");
  if (zero !== -1) {
    const message = "a NUL character, which no text may hold: take it out, or save the file as UTF-8 text.";
    return { problem: { ...cursor.placeAt(text, zero), message } };
  }
  if (fault) return { problem: { ...cursor.placeAt(text, text.length), message: fault } };
  cursor.pass(text);
  return { text };
}

/** The bytes in pieces of bounded size, the first long enough to tell what the file is. */
async function* pieces(file: InputFile): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const bytes of file.bytes()) {
    let next = bytes;
    if (head) {
      head = Buffer.concat([head, bytes]);
      if (head.length < HEAD) continue;
      next = head;
      head = null;
    }
    for (let from = 0; from < next.length; from += PIECE) yield next.subarray(from, from + PIECE);
  }
  if (head?.length) yield head;
}
