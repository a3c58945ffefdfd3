import type { ClaimRecord } from "../../src/domain/claim/claim.commands";
import type { SubmissionRecord } from "../../src/domain/submission/submission.commands";
import type { StagedRecord } from "../../src/importers/staged-record";

/** Something that a document says. */
export interface Said {
  document: string;
  key: string;
  line: number | null;
}

/** What is known of a submission; lists of what several documents say keep each document's order. */
export interface ModelSubmission {
  document: string;
  line: number | null;
  name: string | null;
  label: string | null;
  submittedOn: string | null;
  trainingScale: string | null;
  reportedBy: string | null;
  described: boolean;
  ensembleSize: number | null;
  aliases: string[];
  organisations: string[];
  cleaning: Said | null;
  claims: Record<string, Said[]>;
}

export interface Model {
  submissions: Map<string, ModelSubmission>;
  /** By submission, leaderboard and split. */
  scores: Map<string, Said>;
}

const CLAIMS = ["lossFunctions", "backbones", "trainingDatasets"] as const;

export const claimKey = ({ thing, basis, modified, term }: ClaimRecord) =>
  JSON.stringify([thing ?? null, basis, modified ?? false, term ?? null]);

/** What an import makes of what is known, told without a database: whole records replace, partial ones add. */
export function applyToModel({ submissions, scores }: Model, records: readonly StagedRecord[]): void {
  for (const { section, record, partial } of records) {
    if (section !== "submissions") continue;
    const known = submissions.get(record.slug);
    submissions.set(record.slug, known && partial ? added(known, record) : whole(record));
  }
  for (const { section, record, partial } of records) {
    if (section !== "scores" || partial) continue;
    for (const key of scores.keys()) {
      if (key.startsWith(`${record.submission} ${record.leaderboard} `)) scores.delete(key);
    }
  }
  for (const { section, record, partial } of records) {
    if (section !== "scores") continue;
    for (const [split, cell] of Object.entries(record.values)) {
      const key = `${record.submission} ${record.leaderboard} ${split}`;
      const document = record.document as string;
      if (partial && (scores.get(key)?.document ?? document) !== document) continue;
      const reported = typeof cell === "string" ? cell : (cell.reported as string);
      scores.set(key, { document, key: reported, line: record.line ?? null });
    }
  }
}

function whole(record: SubmissionRecord): ModelSubmission {
  const { source, description } = record;
  return {
    document: source.document,
    line: source.line ?? null,
    name: record.name ?? null,
    label: record.name ?? record.label ?? record.slug,
    submittedOn: record.submittedOn ?? null,
    trainingScale: record.trainingScale ?? null,
    reportedBy: record.reportedBy ?? null,
    described: description !== undefined,
    ensembleSize: description?.ensembleSize ?? null,
    aliases: record.aliases ?? [],
    organisations: record.organisations ?? [],
    cleaning: cleaningOf(record),
    claims: Object.fromEntries(
      [...CLAIMS, "citations" as const].map((part) => [part, saidOf(record, part) ?? []]),
    ),
  };
}

function cleaningOf({ testSetCleaning, source: { document } }: SubmissionRecord): Said | null {
  return testSetCleaning ? { document, key: testSetCleaning.kind, line: testSetCleaning.line ?? null } : null;
}

function saidOf(record: SubmissionRecord, part: (typeof CLAIMS)[number] | "citations"): Said[] | undefined {
  const { document } = record.source;
  const all =
    part === "citations"
      ? record.citations?.map(({ paper, line = null }) => ({ document, key: paper, line }))
      : record[part]?.map((claim) => ({ document, key: claimKey(claim), line: claim.line ?? null }));
  return all?.filter(({ key }, i) => all.findIndex((other) => other.key === key) === i);
}

function added(known: ModelSubmission, record: SubmissionRecord): ModelSubmission {
  const news = whole(record);
  const another = known.document !== news.document;
  const pick = <Key extends keyof ModelSubmission>(key: Key) =>
    another ? (known[key] ?? news[key]) : (news[key] ?? known[key]);
  const name = pick("name") as string | null;
  const label = record.label ?? null;
  const knownCleaning = known.cleaning && known.cleaning.document !== news.document ? known.cleaning : null;
  const parts = [...CLAIMS, "citations" as const];
  return {
    ...known,
    line: another ? known.line : (news.line ?? known.line),
    name,
    label: name ?? (another ? known.label : (label ?? known.label)),
    submittedOn: pick("submittedOn") as string | null,
    trainingScale: pick("trainingScale") as string | null,
    reportedBy: pick("reportedBy") as string | null,
    described: known.described || news.described,
    ensembleSize: pick("ensembleSize") as number | null,
    aliases: [...new Set([...known.aliases, ...news.aliases])],
    organisations:
      record.organisations && (!another || known.organisations.length === 0)
        ? news.organisations
        : known.organisations,
    cleaning: knownCleaning ?? news.cleaning ?? known.cleaning,
    claims: Object.fromEntries(
      parts.map((part) => [part, claimsAdded(known.claims[part], saidOf(record, part), news.document)]),
    ),
  };
}

function claimsAdded(known: Said[], news: Said[] | undefined, document: string): Said[] {
  if (!news) return known;
  const others = known.filter((claim) => claim.document !== document);
  const isSaid = ({ key }: Said) =>
    others.some(
      (other) =>
        other.key === key ||
        (basisOf(key) === "MENTIONED" &&
          basisOf(other.key) !== "MENTIONED" &&
          thingOf(other.key) === thingOf(key)),
    );
  return [...others, ...news.filter((claim) => !isSaid(claim))];
}

const partOf = (key: string, part: number) => (key.startsWith("[") ? JSON.parse(key)[part] : undefined);
const thingOf = (key: string) => partOf(key, 0);
const basisOf = (key: string) => partOf(key, 1);
