import { type Digest, DigestMap, digest } from "./digest-map";
import type { KnownSubmission, NameStore } from "./name-store";
import type { SubmissionIdentity } from "./submission-identity";

export interface SubmissionSlug {
  slug: string;
  /** The name that the submission has already; undefined for a new one. */
  known?: string | null;
}

/** Gives submissions their slugs: those they have already, else new ones. Keeps 16 bytes or so for each of them. */
export class SubmissionSlugs {
  readonly counts = { created: 0, known: 0 };
  private readonly owners = new DigestMap();
  private byName = new Map<string, KnownSubmission>();
  private bySlug = new Map<string, KnownSubmission>();

  constructor(private readonly store: NameStore) {}

  /** Looks up what is known of the submissions, in place of what was looked up before. */
  async lookUp(identities: readonly SubmissionIdentity[]): Promise<void> {
    const names = new Map<string, { benchmark: string; key: string }>();
    const slugs = new Set<string>();
    for (const identity of identities) {
      const { benchmark, key, isDistinct, plain } = identity;
      if (key !== null) names.set(`${benchmark}\n${key}`, { benchmark, key });
      if (plain !== null) slugs.add(plain);
      if (plain === null || isDistinct) slugs.add(identity.hashed());
    }
    this.byName = new Map();
    this.bySlug = new Map();
    if (identities.length === 0) return;
    for (const row of await this.store.submissions([...names.values()], [...slugs])) {
      if (row.via === "slug") this.bySlug.set(row.slug, row);
      else this.byName.set(`${row.benchmark}\n${row.key}`, row);
    }
  }

  /** The submission's slug, always the same one in an import, and never that of another submission. */
  slugOf(identity: SubmissionIdentity): SubmissionSlug {
    const owner = digest(identity.text);
    const choice = this.choices(identity).find(({ slug, known }) =>
      this.claim(slug, owner, known !== undefined),
    );
    if (choice) return choice;
    const slug = identity.hashed();
    this.claim(slug, owner, false);
    return { slug };
  }

  /** Whether the slug is the owner's, now or since before. */
  private claim(slug: string, owner: Digest, isKnown: boolean): boolean {
    const key = digest(slug);
    const there = this.owners.get(key);
    if (there) return isSame(there, owner);
    this.owners.set(key, owner);
    this.counts[isKnown ? "known" : "created"] += 1;
    return true;
  }

  /**
   * The hashed slug comes before the plain one where the submission has it: which of two submissions got the plain one
   * depended on which came first.
   */
  private choices(identity: SubmissionIdentity): SubmissionSlug[] {
    const { benchmark, key, isDistinct, plain } = identity;
    const choices: SubmissionSlug[] = [];
    const named = key === null || isDistinct ? undefined : this.byName.get(`${benchmark}\n${key}`);
    if (named?.count === 1) choices.push({ slug: named.slug, known: named.name });
    const isIts = (row: KnownSubmission) => row.benchmark === benchmark && row.key === key;
    const hashed = plain === null || isDistinct ? this.bySlug.get(identity.hashed()) : undefined;
    if (hashed && isIts(hashed)) choices.push({ slug: hashed.slug, known: hashed.name });
    const there = plain === null ? undefined : this.bySlug.get(plain);
    if (plain !== null && !there) choices.push({ slug: plain });
    if (plain !== null && there && isIts(there)) choices.push({ slug: plain, known: there.name });
    return choices;
  }
}

function isSame(one: Digest, other: Digest): boolean {
  return one.high === other.high && one.low === other.low;
}
