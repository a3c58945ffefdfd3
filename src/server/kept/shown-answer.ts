import type { AnswerSource, OpenAnswer } from "../../common/answer-source";
import { answerHtml, answerJson, PAGE_POLICY } from "./answer-document";

/** What an answer is shown as: a page, JSON, or the ending of a file. */
export type Form = string;

/** What is sent of an answer; the text is made when it is asked for. */
export interface Shown {
  headers: Record<string, string>;
  text(): Promise<string>;
}

const JSON_BYTES_PER_POINT = 10 * 1024;
const RENDERED_BYTES_PER_POINT = 1024;

/** Points that it costs to show an answer: to write it as it is, or to set every value of it. */
export function pointsOf(bytes: number, form: Form): number {
  return Math.ceil(bytes / (form === "json" ? JSON_BYTES_PER_POINT : RENDERED_BYTES_PER_POINT));
}

/** Shows an answer, or one of its lists. */
export async function shown(
  answer: OpenAnswer,
  { endings }: AnswerSource,
  form: Form,
  list: string | null,
): Promise<Shown> {
  if (form === "json") {
    return {
      headers: { "content-type": "application/json; charset=utf-8" },
      text: async () => answerJson(await answer.view()),
    };
  }
  if (isPage(form, list)) {
    return {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": PAGE_POLICY,
        "referrer-policy": "no-referrer",
      },
      text: async () => answerHtml(await answer.view(), endings),
    };
  }
  const { fileName, mediaType, write } = await answer.file(form, list);
  return {
    headers: { "content-type": mediaType, "content-disposition": `attachment; filename="${fileName}"` },
    text: write,
  };
}

/** A list may be had as HTML, too: the page is where none is named. */
export function isPage(form: Form, list: string | null): boolean {
  return form === "html" && list === null;
}
