import { nameKey } from "../../common/name-key";
import { slugify } from "../../common/slugify";
import type { NamedSubmission } from "../named-result";
import { hashedSlug, MOST_SLUG_LENGTH } from "./slug";

/** Letters of the alphabet, digits and what separates them: nothing else is lost in a slug. */
const PLAIN_DISTINCTION = /^[a-z0-9][a-z0-9\s_.,:;/()[\]-]*$/;

/**
 * What makes a submission itself, and the slugs that it can have. Submissions are told apart by benchmark, name and
 * distinction, those without a name by the line of their description or by their label. Distinctions are the same when
 * their slugs are, as long as these lose nothing but punctuation.
 */
export class SubmissionIdentity {
  /** Key of the name; null for one without a name. */
  readonly key: string | null;
  readonly isDistinct: boolean;
  readonly text: string;
  /** Null where too little of the name is left for a slug. */
  readonly plain: string | null;
  private readonly written: string;
  private hashedOnce: string | undefined;

  constructor(
    submission: NamedSubmission,
    /** Slug of the benchmark. */
    readonly benchmark: string,
    source: string,
  ) {
    const { name, distinction } = submission;
    this.key = name === null ? null : nameKey(name);
    const title = name ?? titleOfUnnamed(submission, source);
    const distinctionKey = distinction === undefined ? "" : nameKey(distinction);
    const isPlain = distinctionKey === "" || PLAIN_DISTINCTION.test(distinctionKey);
    const distinct = isPlain && distinctionKey ? slugify(distinctionKey) : distinctionKey;
    const kind = name === null ? "unnamed" : "named";
    this.text = `Submission\n${benchmark}\n${kind}\n${this.key ?? nameKey(title)}\n${distinct}`;
    this.isDistinct = distinct !== "" || this.key === null;
    const titleSlug = slugify(title);
    this.written = distinct ? `${benchmark} ${title} ${distinct}` : `${benchmark} ${title}`;
    const plain = `${benchmark}-${titleSlug}${distinct && `-${distinct}`}`;
    this.plain = isPlain && titleSlug && plain.length <= MOST_SLUG_LENGTH ? plain : null;
  }

  /** The slug where another submission has the plain one. */
  hashed(): string {
    this.hashedOnce ??= hashedSlug(this.written, this.text);
    return this.hashedOnce;
  }
}

function titleOfUnnamed({ description, label, place }: NamedSubmission, source: string): string {
  if (description?.line !== undefined) return `unnamed line ${description.line}`;
  return label ?? `unnamed ${source} line ${place.line}`;
}
