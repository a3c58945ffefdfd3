import type { Entry } from "../entry";
import type { Format, FormatInput } from "../format";
import { readText } from "../input/read-text";
import { type Page, readPages } from "./read-pages";

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
    const pages: Page[] = [];
    for (const { name, ...file } of files) {
      const read = await readText({ name, ...file }, { maxBytes: MAX_PAGE_BYTES });
      if ("text" in read) pages.push({ file: name, text: read.text });
      else yield { kind: "problem", problem: read.problem };
    }
    yield* readPages(pages, options, vocabulary);
  },
};
