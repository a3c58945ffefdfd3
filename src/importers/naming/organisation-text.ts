const LEGAL_FORM =
  /^\s*(?:inc|ltd|llc|llp|gmbh|co|corp|corporation|company|limited|plc|ag|kg|b\.?v|s\.?a|srl|pty|pte)\.?(?=\s*[,;|)]|\s+(?:&|\+|\/|and)\s|\s*$)/i;

/** What always stands between organisations; a comma only where no legal form follows. */
const BETWEEN = /^(?:\s*[;|]\s*|\s*,\s*|\s+[/+]\s+)/;

/** Stands between organisations, but also within the names of some. */
const JOINT = /\s+(?:&|and)\s+/i;

/** More words than a row of names without anything between them has. */
const MOST_WORDS = 8;

/** The parts between semicolons, bars, commas, " / " and " + ", parentheses being left whole. */
export function separatedParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth = Math.max(0, depth - 1);
    const between = depth === 0 && /[\s;|,]/.test(text[at]) ? BETWEEN.exec(text.slice(at)) : null;
    if (!between) continue;
    const end = at + between[0].length;
    if (between[0].includes(",") && LEGAL_FORM.test(text.slice(end))) continue;
    parts.push(text.slice(start, at));
    start = end;
    at = end - 1;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== "");
}

/** The parts between " & " and " and ". */
export function jointParts(text: string): string[] {
  return text.split(JOINT).map((part) => part.trim());
}

/** The words of a text, if they are few enough to be a row of names. */
function words(text: string): string[] {
  const all = text.trim().split(/\s+/);
  return all.length <= MOST_WORDS ? all : [];
}

/** All the names that a text about organisations may turn out to hold. */
export function possibleNames(text: string): string[] {
  return [text, ...separatedParts(text).flatMap((part) => [part, ...jointParts(part), ...words(part)])];
}

export interface TakenApart {
  names: string[];
  /** Those of them that may be several, of which none is known. */
  unsure: string[];
}

/**
 * The organisations that a text names. The whole text comes first. Then it is taken apart: always at what never stands
 * within a name; at " & " and " and " only where one of the parts is known, for "Procter & Gamble" is one; at white
 * space only where every word is a known organisation.
 */
export function organisationsIn(text: string, isKnown: (name: string) => boolean): TakenApart {
  if (isKnown(text)) return { names: [text], unsure: [] };
  const unsure: string[] = [];
  const names = separatedParts(text).flatMap((part) => {
    if (isKnown(part)) return [part];
    const joint = jointParts(part);
    if (joint.length > 1 && joint.some(isKnown)) return joint;
    if (joint.length > 1) unsure.push(part);
    const single = words(part);
    return single.length > 1 && single.every(isKnown) ? single : [part];
  });
  return { names: names.length ? names : [text], unsure };
}
