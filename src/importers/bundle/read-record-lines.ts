import type { Entry } from "../entry";
import type { InputFile } from "../input/input-file";
import type { Parsed } from "../input/located";
import { parseJson } from "../input/parse-json";
import { readLines } from "../input/read-lines";
import type { Place, Problem } from "../problem";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { checkedRecord } from "./checked-record";
import { checkManifest, MANIFEST } from "./manifest";
import type { PlacedRecord } from "./placed-record";
import { hasRepeatedKeys } from "./repeated-keys";

/** A source's full text stands in one line. */
const LONGEST_LINE = 64 * 2 ** 20;

const SECTIONS = Object.keys(sectionSchemas).join(", ");

/** Reads a bundle's file in JSON Lines, one record after the other; no more than a line of it is in memory. */
export async function* readRecordLines(file: InputFile): AsyncGenerator<Entry> {
  for await (const line of readLines(file, { maxLineBytes: LONGEST_LINE })) {
    if ("problem" in line) yield { kind: "problem", problem: line.problem };
    else if (/\S/.test(line.text)) yield* readRecordLine(file.name, line.line, line.text);
  }
}

/** What one line says: a record, nothing where it is the manifest, or what is wrong with it. */
export function readRecordLine(file: string, line: number, text: string): Entry[] {
  const problems: Problem[] = [];
  const entry = readInto(new RecordLine({ file, line, column: 1 }, text), (problem) =>
    problems.push(problem),
  );
  if (problems.length) {
    problems.sort((a, b) => a.column - b.column);
    return problems.map((problem) => ({ kind: "problem", problem }));
  }
  return entry ? [entry] : [];
}

/** A line, which is parsed with its places only when something is wrong with it. */
class RecordLine {
  private parsed: Parsed | undefined;

  constructor(
    readonly start: Place,
    readonly text: string,
  ) {}

  get withPlaces(): Parsed {
    this.parsed ??= parseJson(this.start.file, this.text);
    return this.parsed;
  }

  placeOf(path: (string | number)[]): Place {
    return { ...this.start, column: this.withPlaces.document?.at(path).column ?? 1 };
  }
}

function readInto(line: RecordLine, report: (problem: Problem) => void): Entry | null {
  const { start } = line;
  const value = parse(line, report);
  if (value === undefined) return null;
  const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  if (keys.length !== 1) {
    const message = `a line is one record under the name of its section, such as {"papers": {...}}. Sections are ${SECTIONS}.`;
    report({ ...start, message });
    return null;
  }
  const [name] = keys;
  const content = (value as Record<string, unknown>)[name];
  if (name !== MANIFEST && !Object.hasOwn(sectionSchemas, name)) {
    report({ ...start, message: `"${name}" is not a section. Sections are ${SECTIONS}.` });
  } else if (typeof content !== "object" || content === null || Array.isArray(content)) {
    const message = `"${name}" must be one record with named values; each record has a line of its own.`;
    report({ ...line.placeOf([name]), message });
  } else {
    const placed: PlacedRecord = {
      value: content as Record<string, unknown>,
      at: (path) => (path.length ? line.placeOf([name, ...path]) : start),
    };
    if (name === MANIFEST) checkManifest(placed, report);
    else {
      const record = checkedRecord(name as SectionName, placed, report);
      return { kind: "record", section: name as "papers", record: record as never, place: start };
    }
  }
  return null;
}

function parse(line: RecordLine, report: (problem: Problem) => void): unknown {
  try {
    const value: unknown = JSON.parse(line.text);
    if (!hasRepeatedKeys(line.text, value)) return value;
  } catch {
    // The strict parser says where.
  }
  const { file, line: number } = line.start;
  for (const { column, message } of line.withPlaces.problems) {
    report({ file, line: number, column, message });
  }
  return undefined;
}
