import { hash } from "node:crypto";
import { slugify } from "../../common/slugify";

/** Longer ones are cut, for addresses are read by people. */
export const MOST_SLUG_LENGTH = 120;

/** Shortens a slug at the end of a word. */
export function cutSlug(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const end = slug.lastIndexOf("-", most);
  return slug.slice(0, end > 0 ? end : most);
}

/** The slug of what has lost its plain one: the beginning of it and a digest of what makes the thing itself. */
export function hashedSlug(text: string, identity: string): string {
  const digest = hash("sha256", identity, "hex").slice(0, 8);
  return `${cutSlug(slugify(text), MOST_SLUG_LENGTH) || "x"}-${digest}`;
}

/** The slugs that a thing can have, the best first. An empty or cut one is no one's plain slug. */
export function slugChoices(text: string, identity: string): string[] {
  const plain = slugify(text);
  const hashed = hashedSlug(text, identity);
  return plain && plain.length <= MOST_SLUG_LENGTH ? [plain, hashed] : [hashed];
}
