import type { SourceRecord } from "../../src/domain/source/source.commands";
import type { FormatOptions } from "../../src/importers/format";
import { inputFromText } from "../../src/importers/input/open-files";
import { megafacePage } from "../../src/importers/megaface-page/format";
import type { NamedResult } from "../../src/importers/named-result";
import type { Problem } from "../../src/importers/problem";
import { FACE_VOCABULARY } from "./face-vocabulary";

/** What the format makes of a page: a text, or the bytes of one. */
export async function readMegafacePage(page: string | Buffer, options: FormatOptions = {}) {
  const files = [inputFromText("page.txt", page)];
  const sources: SourceRecord[] = [];
  const results: NamedResult[] = [];
  const problems: Problem[] = [];
  for await (const entry of megafacePage.read({ files, options, vocabulary: FACE_VOCABULARY })) {
    if (entry.kind === "result") results.push(entry.result);
    else if (entry.kind === "problem") problems.push(entry.problem);
    else if (entry.section === "sources") sources.push(entry.record);
  }
  return { sources, results, problems };
}
