/** A line with something on it. */
export interface PageLine {
  /** Counted from 1. */
  number: number;
  /** Without white space around it. */
  text: string;
  /** Characters of white space in front of the text. */
  indent: number;
  /** How many empty lines stand directly above. */
  blanksAbove: number;
}

/** The lines of a page that hold something. Empty ones are counted, for they show where lines were lost. */
export function pageLines(page: string): PageLine[] {
  const lines: PageLine[] = [];
  let blanksAbove = 0;
  for (const [i, raw] of page.split(/\r?\n/).entries()) {
    const text = raw.trim();
    if (text === "") {
      blanksAbove += 1;
    } else {
      lines.push({ number: i + 1, text, indent: raw.length - raw.trimStart().length, blanksAbove });
      blanksAbove = 0;
    }
  }
  return lines;
}

/** How many lines were lost above: a run of n empty lines had n - 1 lines of one word in it. */
export function linesLostAbove({ blanksAbove }: PageLine): number {
  return Math.max(0, blanksAbove - 1);
}
