const UNPACK = "unpack it first";
const NO_TEXT = "give the text that its data come from";
const bytes = (...values: number[]) => String.fromCharCode(...values);

/** What begins with which bytes, written as Latin-1, and what to do about it. */
const KINDS: { start: string; at?: number; kind: string; advice?: string }[] = [
  { start: "PK\x03\x04", kind: "a zip archive (or an Excel or Word file, which is one)", advice: UNPACK },
  { start: bytes(0x1f, 0x8b), kind: "a gzip file", advice: UNPACK },
];

/** Says of a file that is known not to be text what it is and what to do; null for any other. */
export function kindOfBinary(head: Buffer): string | null {
  const text = head.toString("latin1");
  const known = KINDS.find(({ start, at = 0 }) => text.startsWith(start, at));
  return known ? `this is ${known.kind}, not a text: ${known.advice ?? NO_TEXT}.` : null;
}
