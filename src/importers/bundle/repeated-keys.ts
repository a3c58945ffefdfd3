const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

/** Whether an object in a valid JSON text has a key twice: `value`, parsed from it, has only the last one. */
export function hasRepeatedKeys(text: string, value: unknown): boolean {
  return writtenKeys(text) !== keysOf(value);
}

/** Every key is followed by a colon, and no other colon stands outside of texts. */
function writtenKeys(text: string): number {
  let keys = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === COLON) keys += 1;
    else if (code === QUOTE) {
      i = text.indexOf('"', i + 1);
      while (isEscaped(text, i)) i = text.indexOf('"', i + 1);
    }
  }
  return keys;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

/** Without recursion: nobody promises how deep a text nests. */
function keysOf(value: unknown): number {
  const open: unknown[] = [value];
  let keys = 0;
  while (open.length) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const inner = Object.values(next);
    if (!Array.isArray(next)) keys += inner.length;
    for (const each of inner) if (typeof each === "object") open.push(each);
  }
  return keys;
}
