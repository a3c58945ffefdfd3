import { shown } from "./faults";

const INSTEAD: Record<string, string> = {
  True: "true",
  TRUE: "true",
  False: "false",
  FALSE: "false",
  None: "null",
  NULL: "null",
  Null: "null",
  nil: "null",
};
const NO_VALUES = /^[-+]?(NaN|nan|NAN|Infinity|infinity|inf|Inf|undefined)$/;

/** Says what is wrong with what begins at the index, which is no part of any JSON. */
export function strangeWords(text: string, index: number, asKey: boolean): string {
  const [word] = /^[-+]?[\p{L}\p{N}_$.]*/u.exec(text.slice(index, index + 200)) ?? [""];
  const first = String.fromCodePoint(text.codePointAt(index) ?? 0);
  if (first === "'" || first === "`") return `${first} is no quote in JSON: texts stand in double quotes.`;
  if (/[“”„‘’«»]/.test(first)) return `${first} is no quote in JSON: use the plain double quote.`;
  if (asKey && word) return `a key stands in double quotes: "${shown(word)}".`;
  if (NO_VALUES.test(word)) return `${word} is no JSON value. Write null, or the word in double quotes.`;
  if (INSTEAD[word]) return `${word} is no JSON value. Write ${INSTEAD[word]}.`;
  if (/^\+\d/.test(word)) return `a number has no plus sign in JSON. Write ${shown(word.slice(1))}.`;
  if (/^[-+]?\.\d/.test(word)) return `a number has a digit before its point. Write 0${shown(word)}.`;
  if (/\p{L}/u.test(word)) return `"${shown(word)}" is no JSON value: a text stands in double quotes.`;
  const code = first.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `${/[\p{C}\p{Z}]/u.test(first) ? "" : `"${first}" `}(U+${code}) cannot stand here in JSON.`;
}

/** Says what is wrong within a text in quotes, of which the scanner found that it is not JSON, and where. */
export function textFault(text: string, start: number, end: number): { offset: number; message: string } {
  for (const { 0: part, index } of text.slice(start, end).matchAll(PARTS)) {
    const offset = start + index;
    if (part === "\\u") return { offset, message: "\\u needs four digits from 0-9 and a-f after it." };
    if (part.startsWith("\\") && !ESCAPE.test(part)) {
      return { offset, message: `${shown(part)} means nothing in JSON. A backslash is written \\\\.` };
    }
    if (part < " ") {
      const written = part === "\t" ? "\\t" : `\\u${part.charCodeAt(0).toString(16).padStart(4, "0")}`;
      return {
        offset,
        message: `a control character stands in a text. Write it as ${written}, or take it out.`,
      };
    }
  }
  const where = end === text.length ? "when the file ends" : "on its line";
  return { offset: start, message: `a text that is not closed ${where}: a double quote is missing.` };
}

const PARTS = /\\u[\da-f]{4}|\\.?|\p{Cc}/gisu;
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-f]{4})$/i;

/** Says what is wrong with a number that goes on where one in JSON would end; null where it ends there. */
export function numberFault(text: string, start: number, end: number): string | null {
  if (/[\s,:[\]{}"]/.test(text[end])) return null;
  const [written] = /^[^\s,:[\]{}"]*/.exec(text.slice(start, start + 100)) ?? [""];
  return `"${shown(written)}" is no JSON number. Where it is right as it stands, put it in double quotes.`;
}
