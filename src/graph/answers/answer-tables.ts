import { slugify } from "../../common/slugify";
import type { Table } from "../../common/table";
import type { KeptAnswer } from "../../domain/answer/answer.types";
import type { AnswerList } from "../../domain/answer/answer-lists";
import { originNotes } from "../../domain/table/version-note";

/** A list of a kept answer as a table, which says what it is cited as. */
export function answerTable(
  { id, title, dataVersion, revision }: KeptAnswer,
  { path, columns, rows }: AnswerList,
  publicUrl: string | null,
): Table {
  return {
    name: `${title} ${path} ${id}`,
    caption: `${title}: ${path}.`,
    label: `tab:${id}-${slugify(path)}`,
    notes: [
      "As the service answered: – is what is not known, or not asked of a row.",
      ...originNotes({ dataVersion, revision }, id, publicUrl),
    ],
    columns,
    marks: [],
    rows,
    rowCount: rows.length,
  };
}
