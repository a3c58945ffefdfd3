import type { DocumentNode } from "graphql";
import type { Cancellation } from "./cancellation";

/** A query that gives the same, and what it is asked with: by it the cost is reckoned and the arguments are checked. */
export interface EquivalentQuery {
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
}

/** What is asked for by the address of a file. */
export interface PlannedExport extends EquivalentQuery {
  /** Milliseconds in which it must be taken, where that is longer than for an answer. */
  deadlineMs?: number;
  /** The settings that are told in it, written: with others it is another file. */
  settings?: string;
  /**
   * The queries that would give the same, where they are known before anything is read.
   * @throws CallerError for arguments that cannot be used
   */
  pages?(): readonly EquivalentQuery[];
  /** Begins to read it. @throws CallerError for arguments that cannot be used, or a reference that names nothing */
  open(work: Cancellation, onStatement?: StatementNote): Promise<OpenExport>;
}

/** A file that is being read, all of it from one revision of the data. To be closed by whoever opened it. */
export interface OpenExport {
  revision: string;
  fileName: string;
  mediaType: string;
  /** The queries, page by page, that would give the same. */
  pages: readonly EquivalentQuery[];
  text: AsyncIterable<string | Uint8Array>;
  /** What it costs, where no query would give the same. */
  points?: number;
  /** Whether it is something to be looked at rather than to be kept. */
  isPicture?: boolean;
  close(): Promise<void>;
}

type StatementNote = (text: string, timing: { begun: number; ms: number; failed: boolean }) => void;

/** Gives files by their addresses. */
export interface ExportSource {
  /** What the revision of the data is now. */
  readRevision: () => Promise<string>;
  /** The forms that addresses have, for whoever got one wrong. */
  paths: readonly string[];
  /**
   * What an address asks for; undefined where there is no such file.
   * @param path what follows `/export/`
   * @throws CallerError for parameters that it does not take
   */
  plan(path: string, parameters: URLSearchParams): PlannedExport | undefined;
}
