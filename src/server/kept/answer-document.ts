import { createHash } from "node:crypto";
import type { AnswerView } from "../../common/answer-source";
import { answerPage } from "../../web/answer/page";
import { STYLE } from "../../web/answer/style";
import { answerLinks, fileLinks } from "./answer-links";

/** Nothing is taken from elsewhere, nothing runs, and nobody may put the page into another one. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The page of a kept answer. */
export function answerHtml(view: AnswerView, endings: readonly string[]): string {
  const { id, title, tables, values, query, variables, citation } = view;
  return answerPage({
    id,
    title,
    values,
    query,
    citation,
    facts: [
      { name: "Address", value: view.address },
      { name: "Data", value: `version ${view.dataVersion}, revision ${view.revision}` },
      { name: "Data last changed", value: view.dataChangedAt },
      { name: "Kept", value: view.keptAt },
      { name: "SHA-256 of the answer", value: view.contentHash },
      { name: "Answered by", value: `Scoregraph ${view.serviceVersion}` },
    ],
    tables: tables.map((table) => ({ ...table, files: fileLinks(id, table.list, endings) })),
    variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : null,
    links: answerLinks(view),
  });
}

/** A kept answer as JSON. */
export function answerJson({ tables: _, values: __, ...told }: AnswerView): string {
  return `${JSON.stringify(told)}\n`;
}
