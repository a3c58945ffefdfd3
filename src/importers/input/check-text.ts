/** A character that is not seen, or that makes others stand where they are not. */
export interface HiddenCharacter {
  index: number;
  codePoint: number;
  /** Such as "U+202E right-to-left override". */
  name: string;
}

const NAMES: Record<number, string> = {
  13: "carriage return",
  127: "delete",
  173: "soft hyphen",
  8203: "zero width space",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  65279: "byte order mark",
};

// Joiners are left alone: emoji and several scripts need them.
const HIDDEN = /(?!\t|\r?\n|\u200C|\u200D)(?:\p{Cc}|(?=\p{DI})\p{Cf})/u;

/** The first hidden character of a text; tab and line ends are none. Null where there is none. */
export function hiddenCharacters(text: string): HiddenCharacter | null {
  const index = text.search(HIDDEN);
  if (index === -1) return null;
  const codePoint = text.codePointAt(index) ?? 0;
  const number = codePoint.toString(16).toUpperCase().padStart(4, "0");
  const kind = codePoint <= 0x9f ? "control character" : "format character";
  const name = `U+${number} ${NAMES[codePoint] ?? kind}`;
  return { index, codePoint, name };
}
