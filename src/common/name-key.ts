/**
 * Folds a name to the form in which names are compared: compatibility-normalised, lower case, white space
 * collapsed. Two names are the same exactly when their keys are.
 */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
