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
  const quote = /quote$/.test(error.message) ? openAt(document, text, offset, "'\"").at(-1) : undefined;
  if (quote)
    return { offset: quote.start, message: `a text that is not closed: a ${text[quote.start]} is missing.` };
  const bracket = /with a [\]}]$/.test(error.message) ? unclosedAt(document, text, offset) : undefined;
  if (bracket) {
    const message = `the "${text[bracket.start]}" of ${places.words(bracket.start)} is not closed before this, or this must stand further to the right.`;
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

interface Span {
  start: number;
  end: number;
}

function unclosedAt(document: Document.Parsed, text: string, offset: number): Span | undefined {
  const open = openAt(document, text, offset, "[{");
  const inner = open.at(-1);
  if (!inner) return undefined;
  // Of those that end here only the innermost can have been closed.
  const close = text[inner.start] === "[" ? "]" : "}";
  return inner.end === offset && text[offset - 1] === close ? open.at(-2) : inner;
}

/** What begins with one of the marks and goes on to the place at least, outermost first. */
function openAt(document: Document.Parsed, text: string, offset: number, marks: string): Span[] {
  const open: Span[] = [];
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (start >= offset || end < offset) return visit.SKIP;
      if (marks.includes(text[start])) open.push({ start, end });
      return undefined;
    },
  });
  return open;
}
