import type { Located } from "../input/located";
import { parseJson } from "../input/parse-json";
import { parseYaml } from "../input/parse-yaml";
import type { Place, Problem } from "../problem";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { checkManifest, MANIFEST } from "./manifest";
import type { PlacedRecord } from "./placed-record";

/** A file of a bundle: its name for messages, and its text. */
export interface BundleFile {
  name: string;
  text: string;
}

/** One value of a record, and where it stands. */
export interface Placed {
  value: unknown;
  /** The place of what stands under the path, or of the nearest thing above it. */
  at: (path: (string | number)[]) => Place;
}

/** A record as written, in one file or in several: its keys with their values, and where it begins. */
export class RawRecord extends Map<string, Placed> {
  constructor(
    entries: Iterable<[string, Placed]>,
    readonly start: Place,
  ) {
    super(entries);
  }

  get whole(): PlacedRecord {
    return {
      value: Object.fromEntries([...this].map(([key, { value }]) => [key, value])),
      at: ([key, ...inner]) => this.get(String(key))?.at(inner) ?? this.start,
    };
  }
}

/** Whether a file of the name is JSON, which is YAML as well but can be read much faster. */
export function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

/** The records of one file by section; what cannot be read is told to `report`. */
export function readSections(
  { name: file, text }: BundleFile,
  report: (problem: Problem) => void,
): Map<SectionName, RawRecord[]> {
  const parse = isJson(file) ? parseJson : parseYaml;
  const { document, problems } = parse(file, text.replace(/^\uFEFF/, ""));
  const sections = new Map<SectionName, RawRecord[]>();
  // A key that stands twice is a slip here even where both say the same.
  for (const { level, ...problem } of problems) report(problem);
  if (!document) return sections;
  if (!isGroup(document.value)) {
    report({ ...document.at([]), message: `a bundle file has sections: ${known()}.` });
    return sections;
  }
  for (const [section, value] of Object.entries(document.value)) {
    const problem = (message: string) => report({ ...document.keyAt([section]), message });
    if (section === MANIFEST && isGroup(value)) {
      checkManifest(rawRecord(document, [section], value).whole, report);
    } else if (!Object.hasOwn(sectionSchemas, section)) {
      problem(`"${section}" is not a section. Sections are ${known()}.`);
    } else if (!Array.isArray(value)) {
      problem(`"${section}" must be a list of records.`);
    } else {
      sections.set(section as SectionName, readRecords(document, section, value, report));
    }
  }
  return sections;
}

function readRecords(
  document: Located,
  section: string,
  list: readonly unknown[],
  report: (problem: Problem) => void,
): RawRecord[] {
  return list.flatMap((value, i) => {
    if (isGroup(value)) return [rawRecord(document, [section, i], value)];
    const message = `"${section}" must be a list of records, each with named values.`;
    report({ ...document.at([section, i]), message });
    return [];
  });
}

function rawRecord(document: Located, path: (string | number)[], group: Group): RawRecord {
  const entries = Object.entries(group).map(([key, value]): [string, Placed] => {
    const own = [...path, key];
    return [
      key,
      { value, at: (inner) => (inner.length ? document.at([...own, ...inner]) : document.keyAt(own)) },
    ];
  });
  return new RawRecord(entries, document.at(path));
}

type Group = Record<string, unknown>;

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function known(): string {
  return Object.keys(sectionSchemas).join(", ");
}
