const KEPT = 12;

/** Cuts the output of a program into lines and keeps the last few, to say why it ended. */
export class LastLines {
  private readonly lines: string[] = [];
  private rest = "";

  constructor(private readonly onLine: (line: string) => void = () => {}) {}

  /** Takes the next piece of output, which may end amid a line. */
  add(text: string): void {
    const parts = (this.rest + text).split(/\r?\n/);
    this.rest = parts.pop() ?? "";
    for (const line of parts) {
      if (line.trim() === "") continue;
      this.lines.push(line);
      if (this.lines.length > KEPT) this.lines.shift();
      this.onLine(line);
    }
  }

  /** The last lines as one text. */
  text(): string {
    return [...this.lines, this.rest].filter((line) => line !== "").join("\n");
  }
}
