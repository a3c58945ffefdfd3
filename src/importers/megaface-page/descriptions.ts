import type { Place, Problem } from "../problem";
import { isName, isPlainReference } from "./description-name";
import { linesLostAbove, type PageLine } from "./page-lines";
import { isLabel, isNumbered } from "./terms/line-kind";
import type { TermIndex } from "./terms/term-index";

/** What stands under one name, or after a lost one. */
export interface Description {
  /** Null where the line with the name was lost. */
  name: string | null;
  /** The line of the name, or the first one where the name is lost. */
  first: PageLine;
  /** Without the name. */
  lines: PageLine[];
  /** Lines of the text above which some were lost that belong to it. */
  gaps: PageLine[];
}

/** What tells a name from a text: the names of the page's rows, and all that is known by name. */
export interface NameContext {
  rowNames: ReadonlySet<string>;
  index: TermIndex;
}

/**
 * Takes the lines of a list of descriptions apart. A name begins a description; so does a gap, for the name was among
 * the lost lines: text after a lost name is never given to the entry above.
 */
export function splitDescriptions(lines: readonly PageLine[], context: NameContext): Description[] {
  const descriptions: Description[] = [];
  for (const [i, line] of lines.entries()) {
    const current = descriptions.at(-1);
    const lost = linesLostAbove(line) > 0;
    if (isName(lines, i, context)) {
      descriptions.push({ name: line.text, first: line, lines: [], gaps: [] });
    } else if (!current || (lost && !goesOn(lines[i - 1], line))) {
      descriptions.push({ name: null, first: line, lines: [line], gaps: [] });
    } else {
      current.lines.push(line);
      if (lost) current.gaps.push(line);
    }
  }
  return descriptions;
}

/** A lost line was a link, not a name, where the line above announces it or the next one is a mark for a link. */
function goesOn(above: PageLine, line: PageLine): boolean {
  return (
    above.text.endsWith(":") || isLabel(line.text) || (isNumbered(line.text) && !isPlainReference(line.text))
  );
}

/** What the damage means for each description, to be told to whoever imports the page. */
export function damageOf(file: string, descriptions: readonly Description[]): Problem[] {
  return descriptions.flatMap(({ name, first, gaps }) => {
    const problem = (line: PageLine, message: string): Problem => ({
      ...placeOf(file, line),
      message,
      level: "warning",
    });
    const problems = gaps.map((line) =>
      problem(
        line,
        `${lostLines(line)} above, taken for a link: the text goes on with the description above it.`,
      ),
    );
    if (name !== null) return problems;
    const why = linesLostAbove(first) ? lostLines(first) : "no name stands";
    return [
      problem(first, `${why} above: the description that begins here has no name and is joined to no row.`),
      ...problems,
    ];
  });
}

/** Where a line of the page stands. */
export function placeOf(file: string, { number, indent }: PageLine): Place {
  return { file, line: number, column: indent + 1 };
}

function lostLines(line: PageLine): string {
  const lost = linesLostAbove(line);
  return lost === 1 ? "a line of one word was lost" : `${lost} lines of one word were lost`;
}
