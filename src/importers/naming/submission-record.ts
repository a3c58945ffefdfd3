import type { ClaimRecord } from "../../domain/claim/claim.commands";
import type { SubmissionRecord } from "../../domain/submission/submission.commands";
import type { NamedClaim, NamedResult } from "../named-result";
import type { Place } from "../problem";
import type { Organisations } from "./organisations";
import type { Papers } from "./papers";
import type { SubmissionSlug } from "./submission-slugs";
import type { ThingNames } from "./thing-names";

/** What resolves the names in a submission. */
export interface SubmissionNames {
  submitters: Organisations;
  lossFunctions: ThingNames;
  backbones: ThingNames;
  trainingDatasets: ThingNames;
  papers: Papers;
}

/** Makes the partial record of a submission: what its source does not say is left out. */
export function submissionRecord(
  { source, submission }: NamedResult,
  { slug, known }: SubmissionSlug,
  benchmark: string,
  names: SubmissionNames,
): SubmissionRecord {
  const { place } = submission;
  const record: SubmissionRecord & Record<string, unknown> = {
    slug,
    benchmark,
    source: placed({ document: source }, place),
  };
  const name = known ?? submission.name;
  if (name !== null) record.name = name.trim();
  else if (submission.label !== undefined) record.label = submission.label;
  for (const key of ["aliases", "submittedOn", "trainingScale", "reportedBy", "description"] as const) {
    if (submission[key] !== undefined) record[key] = submission[key] as never;
  }
  if (submission.organisations) {
    const slugs = submission.organisations.flatMap((text) => names.submitters.resolve(text, place));
    record.organisations = slugs.length > 1 ? [...new Set(slugs)] : slugs;
  }
  for (const kind of ["lossFunctions", "backbones", "trainingDatasets"] as const) {
    const claims = submission[kind];
    if (claims) record[kind] = distinctClaims(claims.map((claim) => claimRecord(claim, names[kind])));
  }
  if (submission.papers) {
    const citations = new Map<string, { paper: string }>();
    for (const paper of submission.papers) {
      const cited = names.papers.resolve(paper);
      if (cited !== undefined && !citations.has(cited))
        citations.set(cited, placed({ paper: cited }, paper.place));
    }
    record.citations = [...citations.values()];
  }
  return record;
}

function placed<Part extends object>(
  part: Part,
  { line, column }: Place,
): Part & { line: number; column: number } {
  return Object.assign(part, { line, column });
}

/** Written out, for spreading objects costs more than all else here. */
function claimRecord(claim: NamedClaim, things: ThingNames): ClaimRecord {
  const { name, basis, term, modified, identities, images, sizeTerm, place } = claim;
  const record: ClaimRecord & { column: number } = { basis, term, line: place.line, column: place.column };
  if (name !== undefined) record.thing = things.resolve(name, place).slug;
  if (modified !== undefined) record.modified = modified;
  if (identities !== undefined) record.identities = identities;
  if (images !== undefined) record.images = images;
  if (sizeTerm !== undefined) record.sizeTerm = sizeTerm;
  return record;
}

/** A submission claims the same in the same words once. */
function distinctClaims(claims: ClaimRecord[]): ClaimRecord[] {
  if (claims.length < 2) return claims;
  const key = ({ thing, basis, modified, term }: ClaimRecord) =>
    `${thing ?? ""}\n${basis}\n${modified ?? false}\n${term ?? ""}`;
  const distinct = new Map<string, ClaimRecord>();
  for (const claim of claims) if (!distinct.has(key(claim))) distinct.set(key(claim), claim);
  return [...distinct.values()];
}

/** All that the record says of the submission, without the places where it stands. */
export function contentOf(record: SubmissionRecord): string {
  const { slug, name, label, submittedOn, trainingScale, reportedBy, description } = record;
  // No text of a record has NUL in it.
  let text = `${slug}\0${name}\0${label}\0${submittedOn}\0${trainingScale}\0${reportedBy}`;
  if (description) text += `\0${JSON.stringify(description)}`;
  for (const list of [record.aliases, record.organisations]) text += `\0${list?.length}\0${list?.join("\0")}`;
  for (const claims of [record.lossFunctions, record.backbones, record.trainingDatasets]) {
    text += `\0${claims?.length}`;
    for (const { thing, basis, modified, term, identities, images, sizeTerm } of claims ?? []) {
      text += `\0${thing}\0${basis}\0${modified}\0${term}\0${identities}\0${images}\0${sizeTerm}`;
    }
  }
  for (const { paper } of record.citations ?? []) text += `\0${paper}`;
  return text;
}
