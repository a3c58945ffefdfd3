import type { DataSource } from "typeorm";
import type { AnswerSource, AnswerTable } from "../../common/answer-source";
import { BibliographyFormat, CitationStyle } from "../../common/bibliography-format";
import { badInput } from "../../common/errors";
import { poolOf } from "../../db/database";
import type { KeptAnswer } from "../../domain/answer/answer.types";
import { type AnswerList, partsOf, textOf } from "../../domain/answer/answer-lists";
import { loadAnswer } from "../../domain/answer/kept-answer";
import { answerEntry } from "../../domain/bibliography/own-entries";
import { writeBibliography } from "../../exporters/bibliographies";
import { formatReferences } from "../../exporters/bibliographies/references";
import { tableWriters } from "../../exporters/tables";
import { safeFileName } from "../../exporters/tables/file-name";
import { html } from "../../exporters/tables/html";
import { type KeepingOptions, keepingOf } from "../keeping";
import { answerTable } from "./answer-tables";

const WRITERS = Object.values(tableWriters);

/** Gives the answers that are kept in a store. */
export function answersOf(
  dataSource: () => DataSource,
  options: Pick<KeepingOptions, "publicUrl">,
): AnswerSource {
  const publicUrl = options.publicUrl ?? null;
  const load = (id: string) => loadAnswer(keepingOf(poolOf(dataSource()), options), id);
  return {
    endings: WRITERS.map(({ extension }) => extension),
    async view(id) {
      const answer = await load(id);
      const { data } = await answer.content();
      const { lists, values } = partsOf(data);
      const { content: _, variablesText: __, publicAddress: ___, ...told } = answer;
      return {
        ...told,
        data,
        tables: await Promise.all(lists.map((list) => pageTable(answer, list, publicUrl))),
        values: values.map(({ path, value }) => ({ path, text: textOf(value) })),
        citation: await citationOf(answer),
      };
    },
    async file(id, ending, path) {
      const answer = await load(id);
      const { lists } = partsOf((await answer.content()).data);
      const list = path === null ? lists[0] : lists.find((each) => each.path === path);
      const writer = WRITERS.find(({ extension }) => extension === ending);
      if (!list || !writer) throw noSuchList(lists);
      const table = answerTable(answer, list, publicUrl);
      const { mediaType, extension, write } = writer;
      const text = await whole(write(table));
      return { fileName: safeFileName(table.name, extension), mediaType, text };
    },
  };
}

async function pageTable(
  answer: KeptAnswer,
  list: AnswerList,
  publicUrl: string | null,
): Promise<AnswerTable> {
  // The page sets how its cells stand: an element may not bring a style of its own.
  const columns = list.columns.map((column) => ({ ...column, align: "left" as const }));
  const table = { ...answerTable(answer, { ...list, columns }, publicUrl), notes: [] };
  return { list: list.path, rowCount: list.rows.length, html: await whole(html.write(table)) };
}

async function citationOf(answer: KeptAnswer) {
  const entry = answerEntry(answer);
  const [{ text }] = await formatReferences([entry], CitationStyle.APA);
  return { bibtex: await whole(writeBibliography(BibliographyFormat.BIBTEX, [[entry]])), text };
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

function noSuchList(lists: readonly AnswerList[]) {
  const paths = lists.map(({ path }) => path);
  return badInput(
    "list",
    paths.length > 0 ? `is none of the answer's lists: ${paths.join(", ")}.` : "the answer has no lists.",
    paths,
  );
}
