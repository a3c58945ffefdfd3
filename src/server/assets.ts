import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptedEncoding, compress, type Encoding } from "./http/compression";
import { respond } from "./respond";

/** A file in all the forms in which it is sent. */
export interface LoadedAsset {
  plain: Buffer;
  etag: string;
  in(encoding: Encoding): Promise<Buffer>;
}

/** A file as it is sent. */
export interface Asset {
  type: string;
  headers?: Record<string, string>;
  /** Reads the file when it is first asked for, then keeps it. */
  load(): Promise<LoadedAsset>;
}

/** Reads a form of a file that is compressed already; undefined where there is none. */
export type ReadCompressed = (encoding: Encoding) => Promise<Buffer> | undefined;

export const HTML = "text/html; charset=utf-8";
export const JAVASCRIPT = "text/javascript; charset=utf-8";
export const CSS = "text/css; charset=utf-8";
export const SVG = "image/svg+xml";

/** Makes an asset of what `read` gives. Without `readCompressed`, it is compressed when it is first asked for. */
export function asset(
  type: string,
  read: () => string | Promise<Buffer>,
  headers: Record<string, string> = {},
  readCompressed: ReadCompressed = () => undefined,
): Asset {
  let loading: Promise<LoadedAsset> | undefined;
  const load = async (): Promise<LoadedAsset> => {
    const plain = Buffer.from(await read());
    const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    const forms = new Map<Encoding, Promise<Buffer>>();
    const compressed = (encoding: Encoding) => {
      const form = forms.get(encoding) ?? readCompressed(encoding) ?? compress(plain, encoding);
      forms.set(encoding, form);
      return form;
    };
    return { plain, etag, in: compressed };
  };
  return { type, headers, load: () => (loading ??= load()) };
}

/** Sends a file, compressed where the caller takes that, or 304 when the caller has it already. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  file: Asset,
): Promise<void> {
  const { plain, etag, in: form } = await file.load();
  const headers = { "cache-control": "no-cache", vary: "accept, accept-encoding", ...file.headers, etag };
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = acceptedEncoding(request.headers);
  const type = { "content-type": file.type };
  if (!encoding) return respond(response, 200, { ...headers, ...type }, plain);
  respond(response, 200, { ...headers, ...type, "content-encoding": encoding }, await form(encoding));
}

/** Headers of a page that loads nothing from elsewhere and runs no script within itself. */
export function pageHeaders(more: Record<string, string>): Record<string, string> {
  const policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    ...more,
  };
  const written = Object.entries(policy).map(([name, sources]) => `${name} ${sources}`);
  return { "content-security-policy": written.join("; "), "referrer-policy": "no-referrer" };
}
