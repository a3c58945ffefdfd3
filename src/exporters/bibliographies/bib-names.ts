import type { CslName } from "@citation-js/core";
import { type BibText, bibText } from "./bib-text";

/** A part of a name; in braces where a comma or an `and` within it would part it. */
function part(text: string, how: BibText): string {
  const written = bibText(text, how);
  return /,|(^|\s)and(\s|$)/i.test(text) ? `{${written}}` : written;
}

/** A name: family, suffix and given name; in braces what is one name as a whole. */
function bibName(name: CslName, how: BibText): string {
  const { family, given, suffix, literal } = name;
  if (!family || !given) return `{${bibText(literal ?? family ?? given ?? "", how)}}`;
  const particle = name["non-dropping-particle"];
  const last = `${particle ? `${part(particle, how)} ` : ""}${part(family, how)}`;
  return [last, ...(suffix ? [part(suffix, how)] : []), part(given, how)].join(", ");
}

/** Names as BibTeX lists them. */
export function bibNames(names: readonly CslName[], how: BibText): string {
  return names.map((name) => bibName(name, how)).join(" and ");
}
