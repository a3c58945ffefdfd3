import type { Problem } from "../problem";
import { decode } from "./decode";
import type { InputFile } from "./input-file";

const DEFAULT_LIMIT = 256 * 2 ** 20;

/** The whole text of a file, UTF-8 or marked as UTF-16, without its byte order mark; or what is wrong with its bytes. */
export async function readText(
  file: InputFile,
  { maxBytes = DEFAULT_LIMIT }: { maxBytes?: number } = {},
): Promise<{ text: string } | { problem: Problem }> {
  const texts: string[] = [];
  let bytes = 0;
  for await (const piece of decode(file)) {
    if ("problem" in piece) return piece;
    bytes += piece.bytes;
    if (bytes > maxBytes) {
      const message = `the file is larger than ${maxBytes} bytes, more than can be read as a whole. Give so much data as JSON Lines or CSV.`;
      return { problem: { file: file.name, line: 1, column: 1, message } };
    }
    texts.push(piece.text);
  }
  return { text: texts.join("") };
}
