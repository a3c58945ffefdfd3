import type { DataSource } from "typeorm";
import type { Changes } from "../db/reconcile";
import { RecordsRefused } from "../db/records-refused";
import type { Transaction } from "../db/transaction";
import { findVocabulary } from "../domain/catalogue/vocabulary.queries";
import type { ImportedFile } from "../domain/import/import.commands";
import { fingerprinted } from "./fingerprint";
import type { Format, FormatOptions } from "./format";
import type { InputFile } from "./input/input-file";
import type { KeptImport } from "./keep-import";
import { adopt } from "./naming/adopt";
import { databaseNames } from "./naming/database-names";
import type { NameMatch } from "./naming/name-match";
import type { NamingMode } from "./naming/naming-options";
import type { NamingReport } from "./naming/naming-report";
import { DataRefused, ImportError, type Problem, problemLine } from "./problem";
import { ProblemList } from "./problem-list";
import type { StagedRecord } from "./staged-record";
import { writeImport } from "./write-import";

export interface ImportRequest {
  format: Format;
  files: readonly InputFile[];
  options?: FormatOptions;
  /** What becomes of names that nothing has. */
  naming?: NamingMode;
  /** Names that mean known things. */
  matches?: readonly NameMatch[];
  dryRun?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

/** How far an import is. */
export interface ImportProgress {
  phase: "READING" | "WRITING";
  records: number;
  bytesRead: number;
}

/** What an import did, or would do. */
export interface ImportReport {
  format: string;
  dryRun: boolean;
  /** Null when nothing was kept. */
  id: number | null;
  revision: number | null;
  files: ImportedFile[];
  records: number;
  /** By table. */
  changes: Record<string, Changes>;
  total: Changes;
  /** What was left out or done otherwise, in the order of the files. */
  problems: Problem[];
  problemCount: number;
  names: NamingReport | null;
}

/** The files cannot be imported as they are; nothing was written. */
export class ImportRefused extends ImportError {
  constructor(
    problems: Problem[],
    readonly problemCount: number,
    /** How many of them would not have kept the files from being imported. */
    readonly warningCount: number,
    readonly names: NamingReport | null,
  ) {
    super(problems);
    this.name = "ImportRefused";
  }
}

/**
 * Imports files in one transaction: all that can be used of them, or nothing. The same files again change nothing.
 * Throws ImportRefused with every problem, or Interrupted.
 */
export async function importFiles(dataSource: DataSource, request: ImportRequest): Promise<ImportReport> {
  const { format, dryRun = false, signal, onProgress } = request;
  const input = fingerprinted(request.files, signal);
  const problems = new ProblemList(request.files.map(({ name }) => name));
  const progress: ImportProgress = { phase: "READING", records: 0, bytesRead: 0 };
  const tell = () => onProgress?.({ ...progress, bytesRead: input.bytesRead() });
  let names: NamingReport | null = null;
  const refused = () => new ImportRefused(problems.sorted(), problems.count, problems.warnings, names);

  async function* records(transaction: Transaction): AsyncGenerator<StagedRecord> {
    const vocabulary = await findVocabulary(transaction);
    const entries = format.read({ files: input.files, options: request.options ?? {}, vocabulary });
    const adopted = adopt(entries, {
      names: databaseNames(transaction),
      mode: request.naming ?? "create-clear",
      matches: request.matches,
    });
    for await (const record of adopted) {
      transaction.goOn();
      if (record.kind === "problem") problems.add(record.problem);
      // What is refused is still read to its end, so that all its problems are found at once.
      else if (!problems.refuse) yield record;
    }
    names = adopted.report ?? null;
  }

  let written: KeptImport;
  try {
    const origin = {
      format: format.name,
      files: input.fingerprints,
      problems: () => ({ kept: problems.sorted(), count: problems.count }),
    };
    written = await writeImport(dataSource, origin, records, {
      dryRun,
      signal,
      onRecord: () => {
        progress.records += 1;
        if (progress.records % 1_000 === 0) tell();
      },
      onStaged: () => {
        if (problems.refuse) throw refused();
        progress.phase = "WRITING";
        tell();
      },
    });
  } catch (error) {
    const found = problemsOf(error);
    if (!found) throw error;
    for (const problem of found) problems.add(problem);
    throw refused();
  }
  for (const warning of written.warnings) {
    problems.add({
      file: warning.file ?? "",
      line: warning.line ?? 1,
      column: warning.column ?? 1,
      message: warning.message,
      level: "warning",
    });
  }
  problems.count += written.warningCount - written.warnings.length;
  return {
    format: format.name,
    dryRun,
    id: written.id,
    revision: written.revision,
    files: input.fingerprints(),
    records: progress.records,
    changes: Object.fromEntries(written.changes),
    total: written.total,
    problems: problems.sorted(),
    problemCount: problems.count,
    names,
  };
}

/** What the store refused, as problems of the files; null for what is no fault of theirs. */
function problemsOf(error: unknown): Problem[] | null {
  if (error instanceof RecordsRefused) {
    const found = error.refusals.map(({ file, line, col, message }) => ({
      file: file ?? "",
      line: line ?? 1,
      column: col ?? 1,
      message,
    }));
    // A record with several scores may lack the same thing for each.
    return [...new Map(found.map((problem) => [problemLine(problem), problem])).values()];
  }
  if (error instanceof DataRefused || (error instanceof Error && error.name === "CircleError")) {
    return [{ file: "", line: 1, column: 1, message: error.message }];
  }
  return null;
}
