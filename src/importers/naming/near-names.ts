import { nameKey } from "../../common/name-key";

/** Fewest letters of names that one different letter leaves near. */
const FEWEST_LETTERS = 6;

/** A shorter word with another letter is another word: AP and mAP, MSE and RMSE. */
const FEWEST_LETTERS_OF_WORD = 4;

const ACCENTS = /[\u0300-\u036f]/g;
const LETTER = /\p{L}/u;

const NO_LETTERS = /[^\p{L}]+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;
const ALL_BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

function countLetters(text: string): number {
  return text.replace(NO_LETTERS, "").length;
}

/** A name as it is compared. */
class Compact {
  /** Letters and digits only. */
  readonly text: string;
  readonly letters: number;
  private readonly folded: string;

  constructor(name: string) {
    this.folded = nameKey(name).normalize("NFD").replace(ACCENTS, "");
    this.text = this.folded.replace(ALL_BETWEEN_WORDS, "");
    this.letters = countLetters(this.text);
  }

  /** How many letters the word has in which a character of the text stands. */
  wordLetters(at: number): number {
    let start = 0;
    for (const word of this.folded.split(BETWEEN_WORDS)) {
      start += word.length;
      if (at < start) return countLetters(word);
    }
    return 0;
  }
}

/** The text without each one of its characters. */
function shortened(text: string): string[] {
  return Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1));
}

/**
 * Whether two names that are not the same are likely to be meant for the same: they have the same letters and digits,
 * or they are long enough and differ in one letter. Never with different digits: ResNet-50 is not ResNet-101.
 */
function near(one: Compact, other: Compact): boolean {
  if (one.text === other.text) return one.text !== "";
  if (Math.min(one.letters, other.letters) < FEWEST_LETTERS) return false;
  const [short, long] = one.text.length <= other.text.length ? [one, other] : [other, one];
  const extra = long.text.length - short.text.length;
  let at = 0;
  while (at < short.text.length && short.text[at] === long.text[at]) at += 1;
  if (extra > 1 || short.text.slice(at + 1 - extra) !== long.text.slice(at + 1)) return false;
  const changed = extra ? long.text[at] : short.text[at] + long.text[at];
  if (![...changed].every((character) => LETTER.test(character))) return false;
  const letters = extra ? long.wordLetters(at) - 1 : Math.min(short.wordLetters(at), long.wordLetters(at));
  return letters >= FEWEST_LETTERS_OF_WORD;
}

/** Finds, among the names put in, those that are near another one. */
export class NearNames<Item> {
  private readonly items = new Map<string, { compact: Compact; item: Item }[]>();

  add(name: string, item: Item): void {
    const entry = { compact: new Compact(name), item };
    for (const form of this.forms(entry.compact)) {
      const there = this.items.get(form);
      if (there) there.push(entry);
      else this.items.set(form, [entry]);
    }
  }

  nearTo(name: string): Item[] {
    const wanted = new Compact(name);
    const found = new Set<Item>();
    for (const form of this.forms(wanted)) {
      for (const each of this.items.get(form) ?? []) if (near(each.compact, wanted)) found.add(each.item);
    }
    return [...found];
  }

  /** Names that differ in one character share one of their shortened forms, or one is such a form of the other. */
  private forms({ text, letters }: Compact): string[] {
    return letters < FEWEST_LETTERS ? [text] : [text, ...shortened(text)];
  }
}
