import { nameKey } from "../../common/name-key";
import { Basis } from "../../domain/claim/basis";
import type { NamedClaim, NamedPaper, NamedSubmission } from "../named-result";
import type { Problem } from "../problem";
import type { RowFields } from "./fields";
import type { ClaimKind } from "./mapping/mapping";
import type { ClaimPlan, PaperPlan, SubmissionPlan } from "./mapping/plan-submission";
import type { TextMaker } from "./text";

/** The submission of a row without its scores; null where nothing tells which one it is. */
export function submissionOf(
  fields: RowFields,
  plan: SubmissionPlan,
  report: (problem: Problem) => void,
): NamedSubmission | null {
  const first = (make: TextMaker) => make(fields)[0]?.text;
  const all = (make: TextMaker) => texts(make(fields).map(({ text }) => text));
  const name = first(plan.name) ?? null;
  const label = first(plan.label);
  if (name === null && label === undefined) {
    const message = `the row has neither what its submission's name nor what its label is made of. It is left out; if it is no submission, say so under "skipRows".`;
    report({ ...fields.place, message, level: "warning" });
    return null;
  }
  return given({
    place: fields.place,
    benchmark: plan.benchmark,
    name,
    label: name === null ? label : undefined,
    distinction: first(plan.distinction),
    aliases: all(plan.aliases),
    submittedOn: dayOf(fields, plan, report),
    organisations: all(plan.organisations),
    reportedBy: plan.rule.reportedBy,
    ...claimsOf(fields, plan.claims),
    papers: texts(plan.papers.flatMap((paper) => paperOf(fields, paper, report) ?? [])),
  });
}

function dayOf(
  fields: RowFields,
  plan: SubmissionPlan,
  report: (problem: Problem) => void,
): string | undefined {
  const [found] = plan.submittedOn(fields);
  if (!found) return undefined;
  const day = plan.readDay(found.text);
  if (day) return day;
  const message = `"${found.text}" is no day written as "submittedOn" says. The submission is kept without a day.`;
  report({ ...found.place, message, level: "warning" });
  return undefined;
}

function claimsOf(fields: RowFields, plans: ClaimPlan[]): Partial<Record<ClaimKind, NamedClaim[]>> {
  const claims: Partial<Record<ClaimKind, NamedClaim[]>> = {};
  for (const { kind, make, basis, modified, matches } of plans) {
    for (const { text, written, place } of make(fields)) {
      const name = basis === Basis.VAGUE ? undefined : (matches.get(nameKey(text)) ?? text);
      const claim = given({ name, basis, term: written, modified, place });
      claims[kind] = [...(claims[kind] ?? []), claim];
    }
  }
  return claims;
}

function paperOf(fields: RowFields, plan: PaperPlan, report: (problem: Problem) => void): NamedPaper | null {
  const first = (make: TextMaker) => make(fields)[0];
  const url = first(plan.url);
  const isAddress = url && /^https?:\/\/[^\s/]+/.test(url.text);
  if (url && !isAddress) {
    const message = `"${url.text}" is no address that begins with https:// or http://. The paper is taken without it.`;
    report({ ...url.place, message, level: "warning" });
  }
  const year = first(plan.year);
  const isYear = year && /^(1[89]|2[01])\d\d$/.test(year.text);
  if (year && !isYear)
    report({
      ...year.place,
      message: `"${year.text}" is no year such as 2019. It is left out.`,
      level: "warning",
    });
  const paper = given({
    place: (first(plan.title) ?? url)?.place ?? fields.place,
    title: first(plan.title)?.text,
    arxivId: first(plan.arxivId)?.text.replace(/v\d+$/, ""),
    doi: first(plan.doi)?.text,
    url: isAddress ? url.text : undefined,
    year: isYear ? Number(year.text) : undefined,
    venue: first(plan.venue)?.text,
    authors: texts(plan.authors(fields).map(({ text }) => text)),
  });
  return paper.title || paper.arxivId || paper.doi || paper.url ? paper : null;
}

function texts<T>(list: T[]): T[] | undefined {
  return list.length ? list : undefined;
}

/** Without what is not said. */
function given<T extends object>(record: T): T {
  const said = {} as T;
  for (const key in record) if (record[key] !== undefined) said[key] = record[key];
  return said;
}
