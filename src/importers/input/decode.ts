import type { Problem } from "../problem";
import { type Encoding, encodingOf } from "./encodings";
import type { InputFile } from "./input-file";
import { HEAD_BYTES, kindOfBinary } from "./magic-bytes";
import { TextCursor } from "./text-cursor";

/** A piece of a file's text and the number of bytes read for it, or why there is no more. */
export type TextPiece = { text: string; bytes: number } | { problem: Problem };

const PIECE_BYTES = 1 << 20;

/** The text of a file in pieces of bounded size; a problem is the last thing that comes. */
export async function* decode(file: InputFile): AsyncGenerator<TextPiece> {
  const decoder = new Decoder(file.name);
  try {
    for await (const bytes of pieces(file)) {
      const piece = decoder.read(bytes);
      yield piece;
      if ("problem" in piece) return;
    }
  } catch (error) {
    return yield decoder.fail(`the file cannot be read: ${(error as Error).message}.`);
  }
  const problem = decoder.end();
  if (problem) yield problem;
}

class Decoder {
  private readonly cursor: TextCursor;
  private encoding: Encoding | undefined;
  private rest: Buffer = Buffer.alloc(0);
  private empty = true;

  constructor(file: string) {
    this.cursor = new TextCursor(file);
  }

  read(bytes: Buffer): TextPiece {
    let body = bytes;
    if (!this.encoding) {
      const kind = kindOfBinary(bytes);
      if (kind) return this.fail(kind);
      const found = encodingOf(bytes);
      if ("message" in found) return this.fail(found.message);
      this.encoding = found.encoding;
      body = bytes.subarray(found.mark);
    }
    const whole = this.rest.length ? Buffer.concat([this.rest, body]) : body;
    const end = whole.length - this.encoding.unfinished(whole);
    // A copy, so that the piece can be let go.
    this.rest = Buffer.from(whole.subarray(end));
    return this.decoded(this.encoding, whole.subarray(0, end), bytes.length);
  }

  /** What is wrong with the end of the file, all of which has been read. */
  end(): TextPiece | null {
    if (this.rest.length) {
      return this.fail(
        "the file ends within a character: it was cut off, or is not UTF-8. Save it as UTF-8.",
      );
    }
    return this.empty ? this.fail("the file is empty.") : null;
  }

  fail(message: string, piece = "", index = 0): TextPiece {
    return { problem: { ...this.cursor.placeAt(piece, index), message } };
  }

  private decoded(encoding: Encoding, bytes: Buffer, read: number): TextPiece {
    const { text, fault } = encoding.read(bytes);
    const zero = text.indexOf("\0");
    if (zero !== -1) {
      return this.fail("a NUL character, which no text may hold. Is the file a text in UTF-8?", text, zero);
    }
    if (fault) return this.fail(fault, text, text.length);
    this.cursor.pass(text);
    this.empty &&= text === "";
    return { text, bytes: read };
  }
}

/** The bytes in pieces of bounded size, the first long enough to tell what the file is. */
async function* pieces(file: InputFile): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const bytes of file.bytes()) {
    let next = bytes;
    if (head) {
      head = head.length ? Buffer.concat([head, bytes]) : bytes;
      if (head.length < HEAD_BYTES) continue;
      next = head;
      head = null;
    }
    for (let from = 0; from < next.length; from += PIECE_BYTES) yield next.subarray(from, from + PIECE_BYTES);
  }
  if (head?.length) yield head;
}
