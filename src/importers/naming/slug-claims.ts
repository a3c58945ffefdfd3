import { slugChoices } from "./slug";

/** Gives slugs to new things of one kind, never one that another thing has. */
export class SlugClaims {
  private readonly owners = new Map<string, string>();

  /** `isTaken` says whether a thing that is known already has a slug. */
  constructor(private readonly isTaken: (slug: string) => boolean) {}

  claim(text: string, identity: string): string {
    const choices = slugChoices(text, identity);
    const free = choices.find((slug) => !this.isTaken(slug) && this.isFree(slug, identity));
    const slug = free ?? choices[choices.length - 1];
    this.owners.set(slug, identity);
    return slug;
  }

  /** Takes a slug that the import itself gives. */
  reserve(slug: string): void {
    this.owners.set(slug, "");
  }

  private isFree(slug: string, identity: string): boolean {
    const owner = this.owners.get(slug);
    return owner === undefined || owner === identity;
  }
}
