import type { Place, Problem } from "../problem";
import type { Records } from "../records";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { checkedRecord } from "./checked-record";
import { type BundleFile, RawRecord, readSections } from "./read-sections";
import { checkSection } from "./record-checks";

/** What the documents of a bundle say. */
export interface ParsedBundle {
  records: Records;
  /** Where each of the records begins. */
  places: Record<SectionName, Place[]>;
  /** When there is any, nothing of the records must be used. */
  problems: Problem[];
}

/** Reads the documents of a bundle, all together. Pure; what cannot be used is among the problems, with its place. */
export function parseBundle(files: readonly BundleFile[]): ParsedBundle {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const bySection = new Map<SectionName, RawRecord[]>();
  for (const file of files) {
    for (const [section, records] of readSections(file, report)) {
      bySection.set(section, [...(bySection.get(section) ?? []), ...records]);
    }
  }
  const records: Partial<Record<SectionName, object[]>> = {};
  const places: Partial<Record<SectionName, Place[]>> = {};
  for (const section of Object.keys(sectionSchemas) as SectionName[]) {
    const raw = bySection.get(section) ?? [];
    const merged = section === "scores" ? raw : mergeBySlug(raw, report);
    records[section] = merged.map((record) => checkedRecord(section, record.whole, report));
    places[section] = merged.map(({ start }) => start);
    checkSection(section, merged, report);
  }
  return {
    records: records as Records,
    places: places as ParsedBundle["places"],
    problems: inOrder(problems, files),
  };
}

function inOrder(problems: Problem[], files: readonly BundleFile[]): Problem[] {
  const order = new Map(files.map(({ name }, i) => [name, i]));
  const position = ({ file }: Problem) => order.get(file) ?? 0;
  return problems.sort((a, b) => position(a) - position(b) || a.line - b.line || a.column - b.column);
}

/** Puts together what several places say of the same thing; nothing may be said twice. */
function mergeBySlug(raw: RawRecord[], report: (problem: Problem) => void): RawRecord[] {
  const merged = new Map<unknown, RawRecord>();
  for (const record of raw) {
    const slug = record.get("slug")?.value ?? record;
    const first = merged.get(slug);
    if (!first) merged.set(slug, new RawRecord(record, record.start));
    else {
      for (const [key, placed] of record) {
        if (key === "slug") continue;
        if (first.has(key))
          report({ ...placed.at([]), message: `"${key}" of "${slug}" is given a second time.` });
        else first.set(key, placed);
      }
    }
  }
  return [...merged.values()];
}
