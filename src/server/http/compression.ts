import type { IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";
import { BoundedMap } from "../../common/bounded-map";

/** How a body can be compressed, the better way first. */
const ENCODINGS = ["br", "gzip"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Smaller bodies are sent as they are: they fit a few packets anyway, and compressing costs more than sending. */
export const LEAST_BYTES = 4_096;

/** Higher levels take several times as long for a few percent. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

/** How many different `Accept-Encoding` headers are remembered with what they chose. */
const MOST_REMEMBERED = 100;

const chosen = new BoundedMap<string, Encoding | "identity">(MOST_REMEMBERED);

const brotli = promisify(brotliCompress);
const zip = promisify<Buffer | string, { level: number }, Buffer>(gzip);

/** How the caller likes a body best; undefined: as it is. */
export function acceptedEncoding(headers: IncomingHttpHeaders): Encoding | undefined {
  const accepted = headers["accept-encoding"];
  if (typeof accepted !== "string" || accepted === "") return undefined;
  let encoding = chosen.get(accepted);
  if (!encoding) {
    const negotiator = new Negotiator({ headers: { "accept-encoding": accepted } });
    const found = negotiator.encoding([...ENCODINGS, "identity"], { preferred: ENCODINGS });
    encoding = ENCODINGS.find((name) => name === found) ?? "identity";
    chosen.set(accepted, encoding, 1);
  }
  return encoding === "identity" ? undefined : encoding;
}

/** Compresses a body, on another thread. */
export function compress(body: Buffer | string, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return zip(body, { level: GZIP_LEVEL });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
    },
  });
}
