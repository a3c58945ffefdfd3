/** Whose pages may call the service and read its answers. */
export interface Origins {
  /** Everybody's. */
  any: boolean;
  /** Those of these origins, each as browsers send it: `https://example.org`. */
  list: ReadonlySet<string>;
}

/** `*`, or origins as browsers send them: without a path, and without the port that the scheme has anyway. */
export function parseOrigins(text: string): Origins | undefined {
  if (text === "*") return { any: true, list: new Set() };
  const names = text.split(",").map((name) => name.trim());
  const areOrigins = names.every(
    (name) => /^https?:\/\//.test(name) && URL.canParse(name) && new URL(name).origin === name,
  );
  return areOrigins ? { any: false, list: new Set(names) } : undefined;
}
