/** How bytes stand for characters. */
export interface Encoding {
  /** How many bytes at the end begin a character that the next bytes may complete. */
  unfinished(bytes: Buffer): number;
  /** The text, or as much of it as stands before the first byte that does not fit, and what is wrong with that. */
  read(bytes: Buffer): { text: string; fault?: string };
}

const UTF8: Encoding = {
  unfinished(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
      const byte = bytes[bytes.length - back];
      if (byte < 0x80) return 0;
      if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    }
    return 0;
  },
  read(bytes) {
    const text = bytes.toString("utf8");
    // What does not decode became U+FFFD, which may also have been written.
    let offset = 0;
    let from = 0;
    for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", from)) {
      offset += Buffer.byteLength(text.slice(from, at));
      if (bytes.readUIntBE(offset, Math.min(3, bytes.length - offset)) !== 0xefbfbd) {
        const byte = bytes[offset].toString(16).padStart(2, "0").toUpperCase();
        return { text: text.slice(0, at), fault: `the byte ${byte} is not UTF-8. Save the file as UTF-8.` };
      }
      offset += 3;
      from = at + 1;
    }
    return { text };
  },
};

function utf16(bigEndian: boolean): Encoding {
  return {
    unfinished(bytes) {
      const odd = bytes.length % 2;
      const last = bytes.length - odd - 2;
      if (last < 0) return odd;
      const unit = bigEndian ? bytes.readUInt16BE(last) : bytes.readUInt16LE(last);
      return unit >= 0xd800 && unit < 0xdc00 ? odd + 2 : odd;
    },
    read(bytes) {
      const text = (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString("utf16le");
      const half = text.search(/\p{Cs}/u);
      if (half === -1) return { text };
      return { text: text.slice(0, half), fault: "half a UTF-16 character. Save the file as UTF-8." };
    },
  };
}

/** By which bytes at the start an encoding is known, the longer first; null for one that is not read. */
const MARKS: { bytes: number[]; encoding: Encoding | null }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: null },
  { bytes: [0, 0, 0xfe, 0xff], encoding: null },
  { bytes: [0xef, 0xbb, 0xbf], encoding: UTF8 },
  { bytes: [0xff, 0xfe], encoding: utf16(false) },
  { bytes: [0xfe, 0xff], encoding: utf16(true) },
];

/** The encoding of a file that begins with the bytes, and how many of them only say so; or why it cannot be read. */
export function encodingOf(head: Buffer): { encoding: Encoding; mark: number } | { message: string } {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (mark?.encoding) return { encoding: mark.encoding, mark: mark.bytes.length };
  if (mark) return { message: "the file is UTF-32. Save it as UTF-8." };
  const zeros = [...head.subarray(0, 4)].map((byte) => (byte === 0 ? "0" : "x")).join("");
  if (/^(0x0x|x0x0)$/.test(zeros)) return { message: "the file seems to be UTF-16. Save it as UTF-8." };
  return { encoding: UTF8, mark: 0 };
}
