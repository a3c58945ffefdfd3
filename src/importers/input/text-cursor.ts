import type { Place } from "../problem";

/** Follows a text that comes in pieces, to tell the place of anything in the present piece. */
export class TextCursor {
  private line = 1;
  private column = 1;

  constructor(private readonly file: string) {}

  /** The place of the character at the index of the piece that comes next. */
  placeAt(piece: string, index: number): Place {
    const { line, column } = this.after(piece, index);
    return { file: this.file, line, column };
  }

  /** Goes on behind the piece. */
  pass(piece: string): void {
    ({ line: this.line, column: this.column } = this.after(piece, piece.length));
  }

  private after(piece: string, index: number): { line: number; column: number } {
    let { line, column } = this;
    let start = 0;
    for (let at = piece.indexOf("\n"); at !== -1 && at < index; at = piece.indexOf("\n", start)) {
      line += 1;
      column = 1;
      start = at + 1;
    }
    return { line, column: column + index - start };
  }
}
