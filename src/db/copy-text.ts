const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** One row as a line of COPY's text format; undefined and null become NULL. */
export function copyLine(values: readonly (string | number | boolean | null | undefined)[]): string {
  let line = "";
  for (const [i, value] of values.entries()) {
    if (i > 0) line += "\t";
    if (value === null || value === undefined) line += "\\N";
    else if (typeof value === "string") line += /[\\\t\n\r]/.test(value) ? escaped(value) : value;
    else line += String(value);
  }
  return `${line}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]);
}
