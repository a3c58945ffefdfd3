const FENCE = /^---[ \t]*(?:\r?\n|$)/;
const END = /^(?:---|\.\.\.)[ \t]*$/m;

/** Whether a file of this name is a text with YAML before it, rather than YAML. */
export function isMarkdown(fileName: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(fileName);
}

/** Whether a text begins as one with YAML at its head does. */
export function beginsFrontMatter(text: string): boolean {
  return FENCE.test(text);
}

/** The YAML at the head of a Markdown text, its first line included so that lines count as in the file; null for none. */
export function frontMatter(text: string): string | null {
  const fence = FENCE.exec(text);
  if (!fence) return null;
  const rest = text.slice(fence[0].length);
  const end = END.exec(rest.replaceAll("\r", " "));
  return end && text.slice(0, fence[0].length + end.index);
}
