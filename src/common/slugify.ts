const ASCII = /^[\0-\x7f]*$/;

const MARKS = /\p{M}+/gu;

/** Makes a slug of a text: lower-case letters a-z, digits and single hyphens; "" when nothing of it is left. */
export function slugify(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize("NFKD").replace(MARKS, "");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
