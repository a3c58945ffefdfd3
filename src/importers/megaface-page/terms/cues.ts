import type { Term } from "../../vocabulary";

/** Why a name that stands in a text is not taken for something that was used. */
export type LeftOut =
  | "reference"
  | "explained"
  | "disclaimed"
  | "quoted"
  | "origin"
  | "test data"
  | "other purpose";

/** In front of a name: what was used is compared with it, or stands in its place. */
const CONTRASTED =
  /\b(?:compar(?:e|es|ed|ing|ison)(?: \w+){0,2} (?:to|with|against)|differ(?:s|ent|ence|ing)?(?: \w+)? (?:from|to)|unlike|instead of|rather than|(?<!\b(?:more|less|fewer) )than|outperform\w*|surpass\w*|contrast to|other than|except(?: for)?)(?: [^\s,.;:()]+){0,4} ?$/i;
const DENIED =
  /\b(?:no|not(?! only)|never|neither|without)(?: (?!\w+(?:ing|tion)\b|on\b|from\b|with\b|of\b)[^\s,.;:()]+){0,2} ?$/i;

/** In front of a name: a list, code or configuration that comes from somebody, and the name says from whom. */
const ORIGIN =
  /\b(?:(?:lists?|codes?|labels)\b[^.;:]{0,20} (?:released|proposed|provided|published|given|shared|made) by|(?:lists?|codes?|configurations?) (?:of|from)|cleaned by) ?$/i;
const DATA_ORIGIN =
  /\b(?:data|sets?|images)\b[^.;:]{0,20} (?:released|provided|published|given|shared|made) by ?$/i;
const OF_A_LIST = /^(?:['\u2019]s)? (?:clean\w*|nois\w+) lists?\b/i;

/** In the sentence of a dataset: it is about what one tests on, or about what was taken out. */
const TESTED =
  /\b(?:evaluat\w+|test(?:s|ed|ing)?|probes?|gallery|benchmark(?:ed|s)?|distractors?)\b|\boverlap\w*\b(?!.*\bfrom\b)|\b(?:remov|exclud)(?:e|es|ed|ing)(?: the| all)? ?$/i;
const TO_TEST = /^ (?:evaluation|test(?:s|ing)?|benchmark|challenge|protocol|distractors)\b/i;
const CLEANED = /\bclean(?:ed|ing)? the\b/i;
const BY_A_LIST = /\b(?:with|by|using)(?: \w+){0,2} (?:lists?|codes?)\b/i;

/** The name served another purpose than the features that are compared. */
const PURPOSE =
  "(?:detect(?:ion|ing|or)s?|align(?:ment|ing)|cropp?ing|landmarks?|dimension\\w* reduction|preprocessing)";
const FOR_ANOTHER_PURPOSE = new RegExp(
  `^(?:[ -]*(?:based)?(?: (?!(?:and|or|with\\w*|after|before|on|for|then|in|using|by)\\b)\\w+){0,2}| (?:\\w+ )?for(?: [\\w-]+)?) ${PURPOSE}\\b`,
  "i",
);
const BY_WHICH_FACES_ARE_FOUND =
  /\b(?:detect|align|cropp?)(?:ed|ing)?\b[^,.;]{0,30} (?:by|with|using|via)(?: the| an?)? ?$/i;

/** Where a sentence begins that may be about something else, and where a part of one does. */
const SENTENCE =
  /[;!?]|\.(?!\d)(?<!\b\w\.)|,? (?:and|but|then|while|where) (?=(?:we|it|they|cleaned|evaluated|tested|trained)\b)/gi;
const PART = /, ?(?=we\b)/gi;

/** A name in quotation marks of something that is so called: it is no word of the sentence. */
const CALLED = /\b(?:named|called|titled|entitled) ?["“”'‘«][^"“”'’»]*$/i;

/** How far around a name it is looked, so that no line is too long to be judged. */
const REACH = 300;

/** Why a name at this place of a line says nothing of what was used; null when it may. */
export function leftOutBy(line: string, start: number, end: number, kind: Term["kind"]): LeftOut | null {
  const behind = line.slice(Math.max(0, start - REACH), start);
  if (CALLED.test(behind)) return "quoted";
  const sentence = lastPart(behind, SENTENCE);
  const before = lastPart(sentence, PART);
  const after = line.slice(end, end + REACH).split(SENTENCE)[0];
  if (CONTRASTED.test(before) || DENIED.test(before)) return "disclaimed";
  if (ORIGIN.test(before) || OF_A_LIST.test(after)) return "origin";
  if (kind === "TrainingDataset") return isTestData(sentence, after) ? "test data" : null;
  if (DATA_ORIGIN.test(before)) return "origin";
  return FOR_ANOTHER_PURPOSE.test(after) || BY_WHICH_FACES_ARE_FOUND.test(before) ? "other purpose" : null;
}

function isTestData(sentence: string, after: string): boolean {
  if (TO_TEST.test(after)) return true;
  if (/\btrain/i.test(sentence)) return false;
  return TESTED.test(sentence) || (CLEANED.test(sentence) && BY_A_LIST.test(after));
}

function lastPart(text: string, separator: RegExp): string {
  return text.slice([...text.matchAll(separator)].map((mark) => mark.index + mark[0].length).at(-1) ?? 0);
}
