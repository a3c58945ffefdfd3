/**
 * The JSON of a value in its one canonical form (RFC 8785): without spaces, the names of every object in one order. Equal
 * values have equal texts. Undefined for what is nested deeper than is said.
 */
export function canonicalJson(value: unknown, deepest: number): string | undefined {
  return canonical(value, deepest, 0);
}

function canonical(value: unknown, deepest: number, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth > deepest) return undefined;
  const isList = Array.isArray(value);
  const parts: string[] = [];
  for (const name of isList ? value.keys() : Object.keys(value).sort()) {
    const part = canonical((value as Record<string | number, unknown>)[name], deepest, depth + 1);
    if (part === undefined) return undefined;
    parts.push(isList ? part : `${JSON.stringify(name)}:${part}`);
  }
  return isList ? `[${parts.join()}]` : `{${parts.join()}}`;
}
