import { nameKey } from "../../../common/name-key";
import type { Term, Vocabulary } from "../../vocabulary";
import { type Spelling, separates, spellingOf, unified, type Word, wordsOf } from "./spelling";

/** A run of words in a line that is written like a name of a thing. */
export interface Found {
  start: number;
  end: number;
  thing: Term;
}

/** A title of fewer words is also ordinary language, so it counts only where it stands alone. */
const WORDS_OF_A_TITLE = 4;

/** Finds things of a vocabulary in texts, by their names and nothing that is merely like them. */
export class TermIndex {
  private readonly byKey = new Map<string, Spelling[]>();
  private longest = 0;

  constructor(vocabulary: Vocabulary) {
    for (const thing of vocabulary) {
      for (const [i, name] of thing.names.entries()) {
        const spelling = spellingOf(thing, name);
        // A paper's short aliases are names of what it introduced.
        if (!spelling || (thing.kind === "Paper" && i > 0 && spelling.words < WORDS_OF_A_TITLE)) continue;
        this.byKey.set(spelling.key, [...(this.byKey.get(spelling.key) ?? []), spelling]);
        this.longest = Math.max(this.longest, spelling.key.length);
      }
    }
  }

  /** What a line names, longer runs of words before shorter ones; no two overlap unless one name is of several kinds. */
  find(line: string): Found[] {
    const words = wordsOf(line);
    const candidates = words.flatMap((_, first) => this.startingAt(line, words, first));
    const length = ({ start, end }: Found) => end - start;
    candidates.sort((a, b) => length(b) - length(a) || a.start - b.start);
    const taken: Found[] = [];
    const takenAt: (Found | undefined)[] = [];
    for (const candidate of candidates) {
      const { start, end, thing } = candidate;
      const others = takenAt.slice(start, end).filter((other) => other !== undefined);
      const free = others.every(
        (other) => other.start === start && other.end === end && other.thing.kind !== thing.kind,
      );
      if (!free) continue;
      taken.push(candidate);
      for (let i = start; i < end; i += 1) takenAt[i] = candidate;
    }
    return taken.sort((a, b) => a.start - b.start);
  }

  private startingAt(line: string, words: Word[], first: number): Found[] {
    const { start } = words[first];
    // Behind a hyphen stands a part of another name: the Softmax of an unknown X-Softmax.
    if (/[\p{L}\p{N}][-_\u2010-\u2015]$/u.test(line.slice(Math.max(0, start - 3), start))) return [];
    const found: Found[] = [];
    let key = "";
    for (let last = first; last < words.length && key.length <= this.longest; last += 1) {
      key += words[last].key;
      const { end } = words[last];
      for (const plural of ["", "s", "es"]) {
        if (!key.endsWith(plural)) continue;
        const spellings = (this.byKey.get(key.slice(0, key.length - plural.length)) ?? []).filter(
          (spelling) => isWritten(spelling, line, words.slice(first, last + 1)),
        );
        for (const { thing } of unambiguous(spellings, line.slice(start, end))) {
          found.push({ start, end: end + tailLength(spellings, thing), thing });
        }
        if (spellings.length) break;
      }
    }
    return found;
  }
}

function tailLength(spellings: Spelling[], thing: Term): number {
  return spellings.find((spelling) => spelling.thing === thing)?.tail.length ?? 0;
}

function isWritten(spelling: Spelling, line: string, words: Word[]): boolean {
  const { key, joints, tail, thing } = spelling;
  const rest = line.slice(words[words.length - 1].end);
  if (!rest.startsWith(tail) || (tail === "" && /^[+*#]/.test(rest))) return false;
  // "softmax-based" speaks of softmax; "Softmax-X" and "ResNet-9" are names of something else.
  if (/^[-_\u2010-\u2015](?!\p{Ll}{3})[\p{L}\p{N}]/u.test(rest)) return false;
  if (key.length < 3 && line.slice(words[0].start, words[words.length - 1].end) !== spelling.text)
    return false;
  if (thing.kind === "Paper" && spelling.words < WORDS_OF_A_TITLE && !standsAlone(line, words)) return false;
  const between = new Map<number, string>();
  let position = 0;
  for (const [i, word] of words.entries()) {
    if (i > 0) between.set(position, unified(line.slice(words[i - 1].end, word.start)));
    position += word.key.length;
  }
  const places = new Set([...between.keys(), ...joints.keys()]);
  return [...places].every((place) => separates(joints.get(place), between.get(place) ?? ""));
}

/** Nothing but a mark of a list stands beside the words. */
function standsAlone(line: string, words: Word[]): boolean {
  return words.length === wordsOf(line.replace(/^\W*\d*\W*/, "")).length;
}

/** One spelling of each kind; none where two things of a kind could be meant and neither is written exactly so. */
function unambiguous(spellings: Spelling[], written: string): Spelling[] {
  const kinds = new Set(spellings.map(({ thing }) => thing.kind));
  return [...kinds].flatMap((kind) => {
    const ofKind = spellings.filter(({ thing }) => thing.kind === kind);
    const exact = ofKind.filter(({ text }) => nameKey(text) === nameKey(written));
    const candidates = exact.length ? exact : ofKind;
    return new Set(candidates.map(({ thing }) => thing.slug)).size === 1 ? [candidates[0]] : [];
  });
}
