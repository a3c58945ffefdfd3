/** A text with places for fields: "{model}, {img_size}". */
export type Template = readonly (string | { field: string })[];

/** Takes a template apart; "{{" and "}}" are braces. Throws a SyntaxError that says what is wrong. */
export function parseTemplate(text: string): Template {
  const parts: (string | { field: string })[] = [];
  for (const [part] of text.matchAll(/\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g)) {
    if (part === "{" || part === "}")
      throw new SyntaxError(
        `"${text}" has a "${part}" alone. Write "{column}", or "${part}${part}" for a brace.`,
      );
    if (part === "{}") throw new SyntaxError(`"${text}" has "{}", which names no column.`);
    if (part === "{{" || part === "}}" || !part.startsWith("{")) parts.push(part.replace(/^([{}])\1$/, "$1"));
    else parts.push({ field: part.slice(1, -1) });
  }
  return parts;
}
