import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ICON } from "../web/playground/icon";
import { PAGE } from "../web/playground/page";
import { SCRIPT } from "../web/playground/script";
import { STYLE } from "../web/playground/style";
import { respond } from "./respond";

/** A file as it is sent. */
export interface Asset {
  type: string;
  headers?: Record<string, string>;
  /** Reads and compresses the file when it is first asked for, then keeps it. */
  load(): Promise<{ plain: Buffer; zipped: Buffer; etag: string }>;
}

/** The page in which queries are written, and every file it needs, by the name under `/playground/`. */
export interface Playground {
  page: Asset;
  files: ReadonlyMap<string, Asset>;
}

const JAVASCRIPT = "text/javascript; charset=utf-8";
const CSS = "text/css; charset=utf-8";

/** Everything comes from the service itself. GraphiQL sets styles from script and carries its fonts as data. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Lists the files of the playground. Reads nothing yet. */
export function createPlayground(): Playground {
  const page = asset("text/html; charset=utf-8", () => PAGE, {
    "content-security-policy": PAGE_POLICY,
    "referrer-policy": "no-referrer",
  });
  const files: [string, Asset][] = [
    ["playground.js", asset(JAVASCRIPT, () => SCRIPT)],
    ["playground.css", asset(CSS, () => STYLE)],
    ["icon.svg", asset("image/svg+xml", () => ICON)],
    ["react.js", asset(JAVASCRIPT, packageFile("react", "umd/react.production.min.js"))],
    ["react-dom.js", asset(JAVASCRIPT, packageFile("react-dom", "umd/react-dom.production.min.js"))],
    ["graphiql.js", asset(JAVASCRIPT, packageFile("graphiql", "graphiql.min.js"))],
    ["graphiql.css", asset(CSS, packageFile("graphiql", "graphiql.min.css"))],
  ];
  return { page, files: new Map(files) };
}

/** Sends a file, compressed where the caller takes that, or 304 when the caller has it already. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  file: Asset,
): Promise<void> {
  const { plain, zipped, etag } = await file.load();
  const headers = { ...file.headers, etag, "cache-control": "no-cache", vary: "accept, accept-encoding" };
  if (request.headers["if-none-match"]?.includes(etag)) return respondNotModified(response, headers);
  const isZipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
    String(request.headers["accept-encoding"]),
  );
  const encoding = isZipped ? { "content-encoding": "gzip" } : {};
  respond(response, 200, { ...headers, ...encoding, "content-type": file.type }, isZipped ? zipped : plain);
}

function respondNotModified(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(304, headers).end();
}

function asset(type: string, read: () => string | Promise<Buffer>, headers?: Record<string, string>): Asset {
  let loading: ReturnType<Asset["load"]> | undefined;
  const load = async () => {
    const plain = Buffer.from(await read());
    const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    return { plain, etag, zipped: await promisify(gzip)(plain) };
  };
  return { type, ...(headers && { headers }), load: () => (loading ??= load()) };
}

function packageFile(name: string, file: string): () => Promise<Buffer> {
  return () => readFile(path.join(path.dirname(require.resolve(`${name}/package.json`)), file));
}
