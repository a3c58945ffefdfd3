import type { Term } from "../../vocabulary";

/** One way to write a thing, prepared for finding it in texts that write it with other hyphens, spaces and case. */
export interface Spelling {
  thing: Term;
  text: string;
  /** Letters and digits only, in lower case. */
  key: string;
  /** By position in the key: what separates there, or where a hyphen could. */
  joints: Map<number, Joint>;
  /** Signs behind the last letter that belong to the name, such as the + of a successor. */
  tail: string;
  words: number;
}

export interface Joint {
  separator: string;
  /** A letter stands alone on one side: "A-Softmax" must not be found in "a softmax". */
  beside: "letter" | "more";
}

/** A word of a text: letters and digits without anything between. */
export interface Word {
  key: string;
  start: number;
  end: number;
}

/** The words of a text, in lower case and with compatible characters unified. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    key: match[0].normalize("NFKC").toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

// Where a name goes on with a capital, or changes between letters and digits.
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const DIGITS = /(?<=\p{L}{2,})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu;

/** Prepares a name; null when it has too little in it to be found by. */
export function spellingOf(thing: Term, text: string): Spelling | null {
  const words = wordsOf(text);
  const key = words.map((word) => word.key).join("");
  if (key.length < 2 || /^\p{N}+$/u.test(key)) return null;
  const joints = new Map<number, Joint>();
  let position = 0;
  for (const [i, word] of words.entries()) {
    const written = text.slice(word.start, word.end);
    for (const [pattern, separator] of [
      [HUMP, "hump"],
      [DIGITS, "digits"],
    ] as const) {
      for (const { index } of written.matchAll(pattern))
        joints.set(position + index, { separator, beside: "more" });
    }
    position += word.key.length;
    const next = words[i + 1];
    if (next)
      joints.set(position, {
        separator: unified(text.slice(word.end, next.start)),
        beside: beside(word, next),
      });
  }
  return { thing, text, key, joints, tail: /[+*#]+$/.exec(text)?.[0] ?? "", words: words.length };
}

function beside(...words: Word[]): Joint["beside"] {
  return words.some(({ key }) => /^\p{L}$/u.test(key)) ? "letter" : "more";
}

/** Kinds of dashes and of white space are one; white space around a sign is none. */
export function unified(separator: string): string {
  return separator
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?([^ ]) ?/g, "$1");
}

/** Whether a text may have this between two letters of a name. */
export function separates(joint: Joint | undefined, separator: string): boolean {
  if (!joint) return separator === "";
  switch (joint.separator) {
    case "hump":
      return separator === "" || separator === "-";
    case "digits":
      return ["", "-", " ", "_"].includes(separator);
    case " ":
    case "-":
    case "_":
      if (separator === joint.separator || separator === "" || separator === "-") return true;
      return joint.beside === "more" && [" ", "_"].includes(separator);
    case ":":
      return [":", "-", " ", "."].includes(separator);
    default:
      return separator === joint.separator;
  }
}
