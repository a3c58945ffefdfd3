/**
 * Folds a name to the form in which names are compared: compatibility-normalised, lower case, white space
 * collapsed. Two names are the same exactly when their keys are.
 */
export function nameKey(name: string): string {
  return foldText(name).trim();
}

/** Folds a part of a name, whose outer spaces mean something, to the same form. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}
