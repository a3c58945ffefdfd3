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

/** The data of an answer that was stored. */
export async function unpacked(stored: Buffer): Promise<unknown> {
  return JSON.parse((await decompress(stored)).toString());
}

/** SHA-256 of the data of an answer, in hexadecimal: of their canonical JSON (RFC 8785). */
export function contentHashOf(data: unknown): string {
  return createHash("sha256")
    .update(canonicalJson(data, Number.POSITIVE_INFINITY) as string)
    .digest("hex");
}
