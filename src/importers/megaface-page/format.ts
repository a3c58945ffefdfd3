import type { Entry } from "../entry";
import type { Format, FormatInput } from "../format";
import type { InputFile } from "../input/input-file";
import { readText } from "../input/read-text";
import { readPage } from "./page";
import { TermIndex } from "./terms/term-index";

/** A page is a few hundred lines. */
const MAX_PAGE_BYTES = 16 * 2 ** 20;

/** Text dumps of results pages with tables and method descriptions, as of the MegaFace challenge. */
export const megafacePage: Format = {
  name: "megaface-page",
  summary:
    "A text dump of a results page of the MegaFace kind: tables by date and size, and method descriptions.",
  extensions: [".txt"],
  options: ["directions", "title", "url"],
  async *read({ files, options, vocabulary }: FormatInput): AsyncIterable<Entry> {
    const index = new TermIndex(vocabulary);
    for (const file of files) yield* readFile(file, options, index);
  },
};

async function* readFile(
  file: InputFile,
  options: FormatInput["options"],
  index: TermIndex,
): AsyncIterable<Entry> {
  const read = await readText(file, { maxBytes: MAX_PAGE_BYTES });
  if ("problem" in read) yield { kind: "problem", problem: read.problem };
  else yield* readPage(file.name, read.text, options, index);
}
