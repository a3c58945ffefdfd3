import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { canonicalJson } from "../../common/canonical-json";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Good enough, and quick: it is packed while somebody waits. */
const QUALITY = 5;

/** The text of an answer as it is stored. */
export function packed(text: string): Promise<Buffer> {
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

/** An answer that was stored. */
export interface AnswerContent {
  data: unknown;
  /** What it takes as JSON. */
  bytes: number;
}

/** Gives what was stored, which is unpacked and parsed when first asked for, and only once. */
export function contentOf(stored: Buffer): () => Promise<AnswerContent> {
  let content: Promise<AnswerContent> | undefined;
  return () => (content ??= unpacked(stored));
}

async function unpacked(stored: Buffer): Promise<AnswerContent> {
  const json = await decompress(stored);
  return { data: JSON.parse(json.toString()), bytes: json.length };
}

/** SHA-256 of the data of an answer, in hexadecimal: of their canonical JSON (RFC 8785). */
export function contentHashOf(data: unknown): string {
  return createHash("sha256")
    .update(canonicalJson(data, Number.POSITIVE_INFINITY) as string)
    .digest("hex");
}
