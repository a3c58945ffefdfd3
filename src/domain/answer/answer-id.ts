import { createHash } from "node:crypto";

/** Digits and letters that are not taken for each other, however they are written (Crockford's base 32). */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Of 5 bits each: 100 bits, so that nobody finds two answers with one id. */
const LENGTH = 20;

/** What an id looks like; capitals are taken, too. */
export const ANSWER_ID = /^[0-9a-hjkmnp-tv-z]{20}$/;

/**
 * Names an answer by what decides on it: the same query with the same variables has the same id at one revision of the data,
 * whoever asks and whichever process answers.
 */
export function answerId(query: string, variables: string, revision: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([query, variables, revision]))
    .digest();
  let bits = BigInt(`0x${digest.toString("hex")}`);
  let id = "";
  for (let i = 0; i < LENGTH; i++) {
    id += DIGITS[Number(bits & 31n)];
    bits >>= 5n;
  }
  return id;
}
