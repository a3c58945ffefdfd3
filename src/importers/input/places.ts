import type { Place } from "../problem";

/** Tells the places of a whole text, which it looks through only when first asked. */
export class Places {
  private starts: number[] | undefined;

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  /** The place of the character at the index. */
  at(index: number): Place {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= index) low = middle;
      else high = middle;
    }
    return { file: this.file, line: low + 1, column: index - this.starts[low] + 1 };
  }

  /** The place in words, for messages. */
  words(index: number): string {
    const { line, column } = this.at(index);
    return `line ${line}, column ${column}`;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}
