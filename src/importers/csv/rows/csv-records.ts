import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import type { InputFile } from "../../input/input-file";
import { readLines } from "../../input/read-lines";
import type { Place, Problem } from "../../problem";
import { cellStarts } from "./positions";

/** How a table's cells are told apart. */
export interface Dialect {
  delimiter: string;
  quotes: boolean;
}

/** The cells of one record, and where they stand. */
export interface CsvRecord {
  cells: string[];
  placeOf(cell: number): Place;
}

const LONGEST = 1_000_000;
const PIECE = 1 << 16;

/** The records of a CSV file one after the other; the first problem is the last thing that comes. */
export async function* csvRecords(
  file: InputFile,
  dialect: Dialect,
): AsyncGenerator<CsvRecord | { problem: Problem }> {
  let fault: Problem | null = null;
  const text = Readable.from(
    pieces(file, (problem) => (fault = problem)),
    { objectMode: false },
  );
  const parser = text.pipe(
    parse({
      delimiter: dialect.delimiter,
      quote: dialect.quotes ? '"' : false,
      record_delimiter: "\n",
      max_record_size: LONGEST,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  let line = 1;
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
      const [blank] = /^\n*/.exec(raw) ?? [""];
      yield {
        cells: record,
        placeOf: placer(file.name, line + blank.length, raw.slice(blank.length), dialect),
      };
      line += newlines(raw);
    }
  } catch (error) {
    fault ??= csvProblem(error as CsvError, file.name, dialect);
  } finally {
    text.destroy();
  }
  if (fault) yield { problem: fault };
}

/** The file's lines, a good many at a time, for the parser. */
async function* pieces(file: InputFile, report: (problem: Problem) => void): AsyncGenerator<string> {
  let piece = "";
  for await (const line of readLines(file, { maxLineBytes: LONGEST })) {
    if ("problem" in line) {
      report(line.problem);
      break;
    }
    piece += `${line.text}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function placer(file: string, line: number, raw: string, { delimiter, quotes }: Dialect) {
  let starts: number[] | null = null;
  return (cell: number): Place => {
    starts ??= cellStarts(raw, delimiter, quotes);
    return placeAt(file, line, raw, starts[Math.min(cell, starts.length - 1)]);
  };
}

function placeAt(file: string, line: number, raw: string, offset: number): Place {
  const before = raw.slice(0, offset);
  return { file, line: line + newlines(before), column: offset - before.lastIndexOf("\n") };
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function csvProblem(error: CsvError, file: string, dialect: Dialect): Problem {
  const raw = String(error.raw ?? "");
  // Records before it may be lost on the way here, so the line is the parser's, which is behind at a line end.
  const firstLine = Number(error.lines) - newlines(raw.replace(/\n$/, ""));
  const blank = raw.length - raw.replace(/^\n+/, "").length;
  const starts = cellStarts(raw.slice(blank), dialect.delimiter, dialect.quotes).map(
    (start) => start + blank,
  );
  const cell = placeAt(file, firstLine, raw, starts[starts.length - 1]);
  const here = placeAt(file, firstLine, raw, Math.max(raw.length - 1, 0));
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return { ...cell, message: `the quotation mark that opens this cell is never closed. ${MEND}` };
    case "CSV_MAX_RECORD_SIZE":
      return {
        ...cell,
        message: `the row goes on for more than ${LONGEST} characters: is a quotation mark not closed? ${MEND}`,
      };
    case "CSV_INVALID_CLOSING_QUOTE":
      return { ...here, message: `a quotation mark is followed by more text of its cell. ${MEND}` };
    case "INVALID_OPENING_QUOTE" as string:
      return { ...here, message: `a quotation mark within a cell that does not begin with one. ${MEND}` };
  }
  return { ...here, message: `cannot be read: ${error.message}.` };
}

const MEND =
  'Put the whole cell in quotation marks and double those within it; or say "quotes: false" in the mapping, where they are letters like others.';
