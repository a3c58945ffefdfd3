/** A number with what it counts: "1 file", "2 files". */
export function count(number: number, what: string): string {
  return `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;
}

/** The words of a kind such as "TrainingDataset", as they stand in a sentence. */
export function kindWords(kind: string): string {
  return kind.replace(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
}
