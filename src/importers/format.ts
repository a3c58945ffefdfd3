import type { Entry } from "./entry";
import type { InputFile } from "./input/input-file";
import type { Vocabulary } from "./vocabulary";

/** What a curator may say about a file beside its path; each format says which of them it heeds. */
export interface FormatOptions {
  /** Path of a mapping file, which says which column is what. */
  mapping?: string;
  /** Directions of metrics that the source leaves open, by name as published, case apart. */
  directions?: ReadonlyMap<string, "HIGHER_IS_BETTER" | "LOWER_IS_BETTER">;
  /** Title and address of the source, where the file does not say them. */
  title?: string;
  url?: string;
}

export interface FormatInput {
  files: readonly InputFile[];
  options: FormatOptions;
  /** The names and aliases of all known losses, backbones, training datasets and papers. */
  vocabulary: Vocabulary;
}

/** A way in which results are published, and how it is read. */
export interface Format {
  name: string;
  /** What it is, in one sentence. */
  summary: string;
  /** Endings of the names of files that are read when a folder is given, such as ".json". */
  extensions: readonly string[];
  /** Which of the options it heeds. */
  options: readonly (keyof FormatOptions)[];
  /**
   * Reads files into what they say. Nothing but the files' bytes decides the outcome. Never throws for what is wrong
   * with a file: that is a problem among the entries.
   */
  read(input: FormatInput): AsyncIterable<Entry>;
}
