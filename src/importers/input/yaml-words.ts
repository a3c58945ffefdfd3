import { type Document, visit, type YAMLError } from "yaml";
import { shown, TOO_DEEP } from "./faults";
import type { Places } from "./places";

/** Says in plain words what breaks the syntax, and where to look. */
export function syntaxFault(
  error: YAMLError,
  document: Document.Parsed,
  text: string,
  places: Places,
): { offset: number; message: string } {
  const offset = error.pos[0];
  const unclosed = /quote|with a [\]}]/.test(error.message) ? openedBefore(document, text, offset) : null;
  if (unclosed !== null && "'\"".includes(text[unclosed])) {
    return { offset: unclosed, message: `a text that is not closed: a ${text[unclosed]} is missing.` };
  }
  if (unclosed !== null) {
    const message = `the "${text[unclosed]}" of ${places.words(unclosed)} is not closed before this.`;
    return { offset, message };
  }
  return { offset, message: words(error, text) };
}

function words({ code, message, pos }: YAMLError, text: string): string {
  const first = text[pos[0]] ?? "";
  switch (code) {
    case "NON_STRING_KEY":
      return "a list or a map cannot be a key. Write the key as a text.";
    case "TAB_AS_INDENT":
      return "a tab stands where the indentation is. Use spaces.";
    case "MULTIPLE_DOCS":
      return 'a file is one document: take "---" out, and give each document a file of its own.';
    case "RESOURCE_EXHAUSTION":
      return TOO_DEEP;
    case "BAD_SCALAR_START":
      return `a text cannot begin with ${first} unless it stands in quotes.`;
    case "BAD_DQ_ESCAPE":
      return `"${shown(text.slice(pos[0], pos[0] + 2))}" means nothing in double quotes. A backslash is written \\\\ there.`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return 'a second ":" in a value, or a wrong indentation. A text that holds ": " stands in quotes.';
    case "MULTILINE_IMPLICIT_KEY":
      return 'a key that goes over several lines: a ":" or a quote is missing, or the indentation is wrong.';
    case "MISSING_CHAR":
      if (/followed by map values/.test(message)) return 'a ":" is missing after this key.';
  }
  return `${message}. Mend the syntax or the indentation here.`;
}

/** Where the innermost text in quotes, or list or map in brackets, begins that the place is still part of. */
function openedBefore(document: Document.Parsed, text: string, offset: number): number | null {
  let found: number | null = null;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (start > offset || end < offset) return visit.SKIP;
      if (start < offset && "'\"[{".includes(text[start])) found = start;
      return undefined;
    },
  });
  return found;
}
