import Ajv, { type ValidateFunction } from "ajv";
import { isCalendarDate } from "../../common/date-scalar";
import type { ClaimRecord } from "../../domain/claim/claim.commands";
import type { Problem } from "../problem";
import type { Records } from "../records";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { type BundleFile, RawRecord, readSections } from "./read-sections";
import { checkRecord, checkSection } from "./record-checks";
import { schemaProblem } from "./schema-problem";

const ajv = new Ajv({ allErrors: true, strict: true, verbose: true });
ajv.addFormat("day", isCalendarDate);
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
    const values = merged.map((record) => checked(section, record, report));
    checkSection(section, merged, report);
    return values as never[];
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
    submissions: read("submissions"),
    scores: read("scores"),
  };
  if (problems.length) return { records, problems: inOrder(problems, files) };
  const scores = withDocuments(records, bySection.get("scores") ?? [], report);
  return { records: { ...records, submissions: records.submissions.map(withClaims), scores }, problems };
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
    if (!first) merged.set(slug, new RawRecord(record, record.at));
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
  if (validate(value)) checkRecord(record, report);
  else {
    const problems = validate.errors?.map((error) => schemaProblem(record, error)) ?? [];
    for (const problem of problems) if (problem) report(problem);
  }
  return value;
}

/** Claims name their thing by its kind in the file, and by `thing` in the records. */
function withClaims(submission: object): never {
  const record = submission as Record<string, unknown>;
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
function withDocuments(
  { submissions, scores }: Records,
  raw: RawRecord[],
  report: (problem: Problem) => void,
) {
  const documents = new Map(submissions.map(({ slug, source }) => [slug, source.document]));
  return scores.map((score, i) => {
    const document = score.document ?? documents.get(score.submission);
    if (document === undefined) {
      const message = `"document" is missing: the bundle does not say where "${score.submission}" stands.`;
      report({ ...raw[i].at, message });
    }
    return { ...score, document: document ?? "" };
  });
}
