import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import { isCalendarDate } from "../../common/date-scalar";
import type { ClaimRecord } from "../../domain/claim/claim.commands";
import type { Problem } from "../problem";
import type { Records } from "../records";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { type BundleFile, type RawRecord, readSections } from "./read-sections";

const ajv = new Ajv({ allErrors: true, strict: true });
const validators = new Map<SectionName, ValidateFunction>(
  Object.entries(sectionSchemas).map(([name, schema]) => [name as SectionName, ajv.compile(schema)]),
);

/** Reads a bundle: all its files together. Pure; what cannot be used is among the problems, each with its place. */
export function parseBundle(files: readonly BundleFile[]): { records: Records; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const bySection = new Map<SectionName, RawRecord[]>();
  for (const file of files) {
    for (const [section, records] of readSections(file, report)) {
      bySection.set(section, [...(bySection.get(section) ?? []), ...records]);
    }
  }
  const read = (section: SectionName) => {
    const raw = bySection.get(section) ?? [];
    const merged = section === "scores" ? raw : mergeBySlug(raw, report);
    return merged.map((record) => checked(section, record, report)) as never[];
  };
  const records: Records = {
    sources: read("sources"),
    benchmarks: read("benchmarks"),
    metrics: read("metrics"),
    leaderboards: read("leaderboards"),
    papers: read("papers"),
    lossFunctions: read("lossFunctions"),
    backbones: read("backbones"),
    trainingDatasets: read("trainingDatasets"),
    organisations: read("organisations"),
    submissions: read("submissions").map(withClaims),
    scores: read("scores"),
  };
  return { records: problems.length ? records : withDocuments(records), problems };
}

/** Puts together what several places say of the same thing; nothing may be said twice. */
function mergeBySlug(raw: RawRecord[], report: (problem: Problem) => void): RawRecord[] {
  const merged = new Map<unknown, RawRecord>();
  for (const record of raw) {
    const slug = record.get("slug")?.value ?? record;
    const first = merged.get(slug);
    if (!first) merged.set(slug, new Map(record));
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

function checked(section: SectionName, record: RawRecord, report: (problem: Problem) => void): object {
  const value = Object.fromEntries([...record].map(([key, placed]) => [key, placed.value]));
  const validate = validators.get(section) as ValidateFunction;
  if (!validate(value)) for (const error of validate.errors ?? []) report(toProblem(record, error));
  if (typeof value.submittedOn === "string" && !isCalendarDate(value.submittedOn)) {
    const place = record.get("submittedOn")?.at([]);
    if (place)
      report({ ...place, message: `submittedOn: "${value.submittedOn}" is not a day of the calendar.` });
  }
  return value;
}

function toProblem(record: RawRecord, error: ErrorObject): Problem {
  const [key, ...path] = error.instancePath.split("/").slice(1);
  const placed = record.get(key) ?? [...record.values()][0];
  const name = [key, ...path].filter(Boolean).join(".");
  const { allowedValues, additionalProperty, pattern } = error.params as Record<string, unknown>;
  let message = error.message ?? "is wrong";
  if (Array.isArray(allowedValues)) message = `must be one of ${allowedValues.join(", ")}`;
  if (additionalProperty !== undefined) message = `does not know "${additionalProperty}"`;
  if (pattern !== undefined) message = `must be written like ${pattern}`;
  const place = placed?.at(path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
  return { ...(place ?? { file: "", line: 1, column: 1 }), message: `${name || "the record"}: ${message}` };
}

/** Claims name their thing by its kind in the file, and by `thing` in the records. */
function withClaims(record: Record<string, unknown>): never {
  const named = (list: unknown, kind: string): ClaimRecord[] | undefined =>
    Array.isArray(list) ? list.map(({ [kind]: thing, ...claim }) => ({ thing, ...claim })) : undefined;
  return {
    ...record,
    lossFunctions: named(record.lossFunctions, "lossFunction"),
    backbones: named(record.backbones, "backbone"),
    trainingDatasets: named(record.trainingDatasets, "trainingDataset"),
  } as never;
}

/** A score that names no document stands in that of its submission. */
function withDocuments(records: Records): Records {
  const documents = new Map(records.submissions.map(({ slug, source }) => [slug, source.document]));
  const scores = records.scores.map((score) => ({
    ...score,
    document: score.document ?? documents.get(score.submission) ?? "",
  }));
  return { ...records, scores };
}
