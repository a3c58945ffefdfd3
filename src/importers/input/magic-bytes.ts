const UNPACK = "Unpack it first";
const LFS = "version https://git-lfs.github.com/spec/";
const EXPORT = "Export its data as text, such as CSV or JSON";

/** What begins with which bytes (written as Latin-1), or holds them at `at`, and what to do about it. */
const KINDS: { start: string; at?: number; kind: string; advice: string }[] = [
  {
    start: "PK\x03\x04",
    kind: "a zip archive, or an Excel or Word file",
    advice: `${UNPACK}, or export it as CSV`,
  },
  { start: "PK\x05\x06", kind: "an empty zip archive", advice: "Get the file again" },
  { start: "\x1f\x8b", kind: "a gzip archive", advice: UNPACK },
  { start: "1AY&SY", at: 4, kind: "a bzip2 archive", advice: UNPACK },
  { start: "\xfd7zXZ\0", kind: "an xz archive", advice: UNPACK },
  { start: "\x28\xb5\x2f\xfd", kind: "a zstd archive", advice: UNPACK },
  { start: "\x04\x22\x4d\x18", kind: "an lz4 archive", advice: UNPACK },
  { start: "7z\xbc\xaf\x27\x1c", kind: "a 7z archive", advice: UNPACK },
  { start: "Rar!\x1a\x07", kind: "a rar archive", advice: UNPACK },
  { start: "ustar", at: 257, kind: "a tar archive", advice: UNPACK },
  { start: "%PDF-", kind: "a PDF document", advice: EXPORT },
  { start: "SQLite format 3\0", kind: "an SQLite database", advice: EXPORT },
  { start: "PAR1\x15", kind: "a Parquet file", advice: EXPORT },
  { start: "ARROW1\0", kind: "an Arrow file", advice: EXPORT },
  { start: "\x89HDF\r\n\x1a\n", kind: "an HDF5 file", advice: EXPORT },
  { start: "\x93NUMPY", kind: "a NumPy array", advice: EXPORT },
  { start: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kind: "an old Excel or Word file", advice: EXPORT },
  { start: "{\\rtf", kind: "an RTF document", advice: EXPORT },
  { start: "\x89PNG\r\n\x1a\n", kind: "a PNG image", advice: EXPORT },
  { start: "\xff\xd8\xff", kind: "a JPEG image", advice: EXPORT },
  { start: "GIF87a", kind: "a GIF image", advice: EXPORT },
  { start: "GIF89a", kind: "a GIF image", advice: EXPORT },
  { start: "WEBP", at: 8, kind: "a WebP image", advice: EXPORT },
  { start: "\x7fELF", kind: "a program", advice: "Give a file of data" },
  { start: LFS, kind: "only a pointer of Git LFS to the file", advice: 'Get the file by "git lfs pull"' },
];

/** So many bytes are enough to tell the kind. */
export const HEAD_BYTES = 512;

/** Says of a file that is known to be no text of data what it is and what to do; null for any other. */
export function kindOfBinary(head: Buffer): string | null {
  const text = head.toString("latin1", 0, HEAD_BYTES);
  const known = KINDS.find(({ start, at = 0 }) => text.startsWith(start, at));
  return known ? `this is ${known.kind}, not a text of data. ${known.advice}.` : null;
}
