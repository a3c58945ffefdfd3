const BEGINS_FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** A number may begin with a sign, and is none the less only a number: also with what it may be off by. */
const NUMBER = /^[-+]?\d[\d.,\s]*([eE][-+]?\d+)?(\s*(±|\+\/-)\s*\d[\d.,]*)?\s*%?$/u;

/**
 * Puts an apostrophe before a text that a spreadsheet would take for a formula and execute: names come from whoever
 * published them. Numbers stay as they are.
 */
export function guarded(text: string): string {
  return BEGINS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
