import { slugify } from "../../common/slugify";

const LONGEST = 100;

/** Names that some systems keep for devices, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name that every system and every header takes: lower-case ASCII letters, digits and hyphens. What has no such letters
 * is called `table`.
 */
export function safeFileName(name: string, extension: string): string {
  const plain = slugify(name).slice(0, LONGEST).replace(/-$/, "");
  return `${plain === "" || RESERVED.test(plain) ? `table${plain && `-${plain}`}` : plain}.${extension}`;
}
