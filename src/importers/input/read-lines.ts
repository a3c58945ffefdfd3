import type { Problem } from "../problem";
import { decode } from "./decode";
import type { InputFile } from "./input-file";
import { megabytes } from "./megabytes";

const DEFAULT_LIMIT = 16 * 2 ** 20;

/** A line, counted from 1, without its end; or what is wrong with the file from there on. */
export type Line = { line: number; text: string } | { problem: Problem };

/**
 * The lines of a file, of which no more than one and a piece are in memory at a time. They end with \n or \r\n; the last
 * needs no end. A problem is the last thing that comes.
 */
export async function* readLines(
  file: InputFile,
  { maxLineBytes = DEFAULT_LIMIT }: { maxLineBytes?: number } = {},
): AsyncGenerator<Line> {
  const begun = new BegunLine();
  let line = 1;
  const tooLong = (): Line => {
    const message = `the line is longer than ${megabytes(maxLineBytes)}. Put each record on a line of its own.`;
    return { problem: { file: file.name, line, column: 1, message } };
  };
  for await (const piece of decode(file)) {
    if ("problem" in piece) return yield piece;
    let start = 0;
    for (let end = piece.text.indexOf("\n"); end !== -1; end = piece.text.indexOf("\n", start)) {
      begun.add(piece.text.slice(start, end));
      if (begun.bytes > maxLineBytes) return yield tooLong();
      yield { line, text: begun.take().replace(/\r$/, "") };
      line += 1;
      start = end + 1;
    }
    begun.add(piece.text.slice(start));
    if (begun.bytes > maxLineBytes) return yield tooLong();
  }
  if (begun.bytes) yield { line, text: begun.take() };
}

class BegunLine {
  bytes = 0;
  private parts: string[] = [];

  add(text: string): void {
    if (text === "") return;
    this.parts.push(text);
    this.bytes += Buffer.byteLength(text);
  }

  take(): string {
    const text = this.parts.length === 1 ? this.parts[0] : this.parts.join("");
    this.parts = [];
    this.bytes = 0;
    return text;
  }
}
