import { nameKey } from "../../common/name-key";
import type { Entry } from "../entry";
import type { NamedResult } from "../named-result";
import type { Place } from "../problem";
import type { Adopted } from "./adopted";
import type { AdoptedNames } from "./adopted-names";
import { DigestMap, digest } from "./digest-map";
import { registerRecord } from "./register-record";
import { scoreRecords } from "./score-records";
import { SubmissionIdentity } from "./submission-identity";
import { contentOf, submissionRecord } from "./submission-record";
import { unsafeMessage, unsafeText } from "./unsafe-text";

/** Turns entries into staged records, many at once. */
export class BatchAdopter {
  private readonly emitted = new DigestMap();

  constructor(private readonly names: AdoptedNames) {}

  async adopt(entries: readonly Entry[]): Promise<Adopted[]> {
    const staged: Adopted[] = [];
    const results: NamedResult[] = [];
    for (const entry of entries) {
      const problem = problemOf(entry);
      if (problem) staged.push({ kind: "problem", problem });
      else if (entry.kind === "problem") staged.push(entry);
      else if (entry.kind === "record") staged.push(...this.recorded(entry));
      else results.push(entry.result);
    }
    if (results.length === 0) return staged;
    for (const result of results) this.names.want(result);
    await this.names.lookUp();
    const identities = results.map((result) => this.identify(result));
    await this.names.submissions.lookUp(identities);
    for (const [i, result] of results.entries()) this.stage(result, identities[i], staged);
    return staged;
  }

  private recorded(entry: Extract<Entry, { kind: "record" }>): Adopted[] {
    const message = registerRecord(this.names, entry, entry.place);
    const record: Adopted = { ...entry, partial: false };
    return message ? [{ kind: "problem", problem: { ...entry.place, message } }, record] : [record];
  }

  private identify({ source, submission }: NamedResult): SubmissionIdentity {
    const { slug } = this.names.benchmarks.resolve(submission.benchmark.name, submission.place);
    return new SubmissionIdentity(submission, slug, source);
  }

  private stage(result: NamedResult, identity: SubmissionIdentity, staged: Adopted[]): void {
    const { names } = this;
    const slug = names.submissions.slugOf(identity);
    const record = submissionRecord(result, slug, identity.benchmark, names);
    const content = digest(contentOf(record));
    if (!this.emitted.get(content)) {
      this.emitted.set(content, content);
      const { place } = result.submission;
      staged.push({ kind: "record", section: "submissions", place, partial: true, record });
    }
    for (const { place, record } of scoreRecords(result, slug.slug, names.boards)) {
      staged.push({ kind: "record", section: "scores", place, partial: true, record });
    }
  }
}

/** What makes an entry useless, whatever the names in it mean. */
function problemOf(entry: Entry): (Place & { message: string }) | null {
  if (entry.kind === "problem") return null;
  const isResult = entry.kind === "result";
  const place = isResult ? entry.result.submission.place : entry.place;
  const unsafe = unsafeText(isResult ? entry.result : entry.record, place);
  if (unsafe) return { ...unsafe.place, message: unsafeMessage(unsafe.text) };
  const name = isResult ? entry.result.submission.name : null;
  if (name === null || nameKey(name) !== "") return null;
  return { ...place, message: "The name of the submission is blank. Leave it out where there is none." };
}
