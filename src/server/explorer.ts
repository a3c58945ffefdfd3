import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { EXPLORER_FILES, PAGE_KINDS } from "../web/explorer-pages";
import { type Asset, asset, CSS, HTML, JAVASCRIPT, pageHeaders, SVG } from "./assets";
import type { Encoding } from "./http/compression";

/** The page in which people look around, and every file it needs, by its address. */
export interface Explorer {
  page: Asset;
  files: ReadonlyMap<string, Asset>;
}

const TYPES: Record<string, string> = {
  ".js": JAVASCRIPT,
  ".css": CSS,
  ".svg": SVG,
  ".woff2": "font/woff2",
};

/** As the build names the compressed forms of a file. */
const ENDINGS: Record<Encoding, string> = { br: ".br", gzip: ".gz" };

/** Names have a hash of what is in the file, so that another content has another name. */
const FOREVER = { "cache-control": "public, max-age=31536000, immutable" };

const PAGE_ADDRESS = new RegExp(`^/(?:(?:${PAGE_KINDS.join("|")})(?:/[^/]+)?/?)?$`);

/** Lists what the build put into a folder; undefined when nothing was built. */
export function createExplorer(folder: string): Explorer | undefined {
  const page = path.join(folder, "index.html");
  if (!existsSync(page)) return undefined;
  const names = readdirSync(path.join(folder, "assets"));
  const files = names
    .filter((name) => path.extname(name) in TYPES)
    .map((name): [string, Asset] => [
      `${EXPLORER_FILES}assets/${name}`,
      built(path.join(folder, "assets", name), FOREVER),
    ]);
  return { page: built(page, pageHeaders({})), files: new Map(files) };
}

/** True for the addresses of pages, whether or not what they name is known: that is for the page to say. */
export function isExplorerPage(address: string): boolean {
  return PAGE_ADDRESS.test(address);
}

function built(file: string, headers: Record<string, string>): Asset {
  const readCompressed = (encoding: Encoding) => {
    const form = file + ENDINGS[encoding];
    return existsSync(form) ? readFile(form) : undefined;
  };
  return asset(TYPES[path.extname(file)] ?? HTML, () => readFile(file), headers, readCompressed);
}
