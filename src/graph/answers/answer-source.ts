import { setImmediate as othersTurn } from "node:timers/promises";
import type { DataSource } from "typeorm";
import type { AnswerFile, AnswerSource, AnswerTable, AnswerView } from "../../common/answer-source";
import { BibliographyFormat, CitationStyle } from "../../common/bibliography-format";
import type { Cancellation } from "../../common/cancellation";
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
  return {
    endings: WRITERS.map(({ extension }) => extension),
    publicUrl,
    async open(id, work) {
      const answer = await loadAnswer(keepingOf(poolOf(dataSource()), options, undefined, work), id);
      return {
        bytes: async () => (await answer.content()).bytes,
        view: () => viewOf(answer, publicUrl, work),
        file: (ending, list) => fileOf(answer, ending, list, publicUrl, work),
      };
    },
  };
}

async function viewOf(answer: KeptAnswer, publicUrl: string | null, work: Cancellation): Promise<AnswerView> {
  const { data } = await answer.content();
  const { lists, values } = partsOf(data);
  const { content: _, variablesText: __, publicAddress: ___, ...told } = answer;
  const tables: AnswerTable[] = [];
  for (const list of lists) tables.push(await pageTable(answer, list, publicUrl, work));
  return {
    ...told,
    data,
    tables,
    values: values.map(({ path, value }) => ({ path, text: textOf(value) })),
    citation: await citationOf(answer, work),
  };
}

async function fileOf(
  answer: KeptAnswer,
  ending: string,
  path: string | null,
  publicUrl: string | null,
  work: Cancellation,
): Promise<AnswerFile> {
  const { lists } = partsOf((await answer.content()).data);
  const list = path === null ? lists[0] : lists.find((each) => each.path === path);
  const writer = WRITERS.find(({ extension }) => extension === ending);
  if (!list || !writer) throw noSuchList(lists);
  const table = answerTable(answer, list, publicUrl);
  const { mediaType, extension, write } = writer;
  return {
    fileName: safeFileName(table.name, extension),
    mediaType,
    write: () => whole(write(table), work),
  };
}

async function pageTable(
  answer: KeptAnswer,
  list: AnswerList,
  publicUrl: string | null,
  work: Cancellation,
): Promise<AnswerTable> {
  // The page sets how its cells stand: an element may not bring a style of its own.
  const columns = list.columns.map((column) => ({ ...column, align: "left" as const }));
  const table = { ...answerTable(answer, { ...list, columns }, publicUrl), notes: [] };
  return { list: list.path, rowCount: list.rows.length, html: await whole(html.write(table), work) };
}

async function citationOf(answer: KeptAnswer, work: Cancellation) {
  const entry = answerEntry(answer);
  const [{ text }] = await formatReferences([entry], CitationStyle.APA);
  return { bibtex: await whole(writeBibliography(BibliographyFormat.BIBTEX, [[entry]]), work), text };
}

/** Characters that are written before others have their turn. */
const AT_ONCE = 64 * 1024;

/** @throws why the work was given up, as soon as it is */
async function whole(pieces: AsyncIterable<string>, work: Cancellation): Promise<string> {
  let text = "";
  let next = AT_ONCE;
  for await (const piece of pieces) {
    text += piece;
    if (text.length < next) continue;
    next = text.length + AT_ONCE;
    await othersTurn();
    if (work.reason) throw work.reason;
  }
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
