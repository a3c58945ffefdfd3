import type { CslName } from "@citation-js/core";

const SUFFIX = /^(Jr|Sr)\.?$|^I{2,3}$|^IV$/;

const isParticle = (word: string) => /^\p{Ll}/u.test(word);

/** Names in these scripts begin with the family's, and nothing parts it from the given one. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** `Family, Given` and `Family, Jr., Given`. */
function withCommas(name: string): CslName {
  const [family, ...rest] = name.split(/\s*,\s*/).filter(Boolean);
  const given = rest.pop();
  if (given === undefined) return { family };
  return { ...lastName(family.split(" ")), given, ...(rest.length > 0 && { suffix: rest.join(" ") }) };
}

/** Particles before a family's name, which begin with small letters, and the name itself. */
function lastName(words: readonly string[]): CslName {
  const own = Math.max(words.slice(0, -1).findLastIndex(isParticle) + 1, 0);
  const family = words.slice(own).join(" ");
  return own === 0 ? { family } : { "non-dropping-particle": words.slice(0, own).join(" "), family };
}

/**
 * Takes a person's name apart as BibTeX does: the last word is the family's name, with the particles before it. The
 * library would take `Ma` and `Do` for degrees, `Dean` for a title and the `St` of `Stéphane` for a saint's.
 */
export function personName(name: string): CslName {
  if (FAMILY_FIRST.test(name)) return { literal: name };
  if (name.includes(",")) return withCommas(name);
  const words = name.split(" ");
  const suffix = words.length > 2 && SUFFIX.test(words[words.length - 1]) ? words.pop() : undefined;
  if (words.length === 1) return { family: name };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isParticle(word));
  const start = particle < 0 ? words.length - 1 : particle;
  return {
    given: words.slice(0, start).join(" "),
    ...lastName(words.slice(start)),
    ...(suffix && { suffix }),
  };
}
