import type { Problem } from "../problem";
import { decode } from "./decode";
import type { InputFile } from "./input-file";
import { megabytes } from "./megabytes";

/** Twice as much would be more than one string can hold. */
const LIMIT = 256 * 2 ** 20;

const ADVICE = "Give so much in several files, or as JSON Lines or CSV where the format takes them.";

/**
 * The whole text of a file, UTF-8 or marked as UTF-16, without its byte order mark; or what is wrong with its bytes.
 * `maxBytes` can only lower the limit of 256 MB.
 */
export async function readText(
  file: InputFile,
  options: { maxBytes?: number } = {},
): Promise<{ text: string } | { problem: Problem }> {
  const limit = Math.min(options.maxBytes ?? LIMIT, LIMIT);
  const texts: string[] = [];
  let bytes = 0;
  for await (const piece of decode(file)) {
    if ("problem" in piece) return piece;
    bytes += piece.bytes;
    if (bytes > limit) {
      const message = `the file is larger than ${megabytes(limit)}, the most that is read at once. ${ADVICE}`;
      return { problem: { file: file.name, line: 1, column: 1, message } };
    }
    texts.push(piece.text);
  }
  return { text: texts.join("") };
}
