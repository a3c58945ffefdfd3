import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Pack } from "tar-stream";
import type { Snapshot } from "../../db/snapshot";
import { type AboutData, manifestOf } from "../bundle/about-data";
import { dataParts, type Part } from "./parts";
import { licenceText, readmeText } from "./texts";

const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

/** What the file is called, and the folder in it. */
export function archiveName({ dataVersion }: AboutData): string {
  return `scoregraph-${dataVersion}`;
}

/**
 * The whole data set as one file, a `tar.gz`: a bundle in parts, with manifest, hashes, licence and citation. The same
 * content at the same revision gives the same bytes. One part of it is in memory at a time.
 */
export async function* dataArchive(
  snapshot: Snapshot,
  about: AboutData,
  partBytes?: number,
): AsyncGenerator<Buffer> {
  const { pack: createPack } = require("tar-stream") as typeof import("tar-stream");
  const pack = createPack();
  const zip = createGzip();
  const filling = fill(pack, files(snapshot, about, partBytes), about);
  filling.catch((error) => pack.destroy(error));
  const piping = pipeline(Readable.from(pack), zip);
  piping.catch(() => {});
  try {
    for await (const piece of zip) yield piece;
    await Promise.all([filling, piping]);
  } finally {
    pack.destroy();
    zip.destroy();
    await filling.catch(() => {});
  }
}

/** All files: first the data, then what is to be said of them. */
async function* files(snapshot: Snapshot, about: AboutData, partBytes?: number): AsyncGenerator<Part> {
  const content = createHash("sha256");
  const listed: { name: string; bytes: number; sha256: string; records?: number }[] = [];
  const listing = (part: Part) => {
    const { name, content, records } = part;
    listed.push({ name, bytes: content.length, sha256: sha256(content), ...(records && { records }) });
    return part;
  };
  for await (const part of dataParts(snapshot, partBytes)) {
    content.update(part.content);
    yield listing(part);
  }
  const text = (name: string, text: string): Part => ({ name, content: Buffer.from(text) });
  yield listing(text("LICENCE.txt", licenceText(about)));
  yield listing(text("CITATION.bib", about.bibtex));
  yield listing(text("README.txt", readmeText(about)));
  const manifest = { ...manifestOf(about), contentHash: content.digest("hex"), files: [...listed] };
  yield listing(text("manifest.json", `${JSON.stringify({ manifest }, null, 2)}\n`));
  yield text("SHA256SUMS", listed.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(""));
}

async function fill(pack: Pack, parts: AsyncIterable<Part>, about: AboutData): Promise<void> {
  const folder = archiveName(about);
  const mtime = new Date(about.changedAt);
  for await (const { name, content } of parts) {
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => reject(new Error("The archive was given up."));
      pack.once("close", giveUp);
      const done = (error?: Error | null) => {
        pack.off("close", giveUp);
        if (error) reject(error);
        else resolve();
      };
      const header = { name: `${folder}/${name}`, size: content.length, mtime };
      // Not as the entry's buffer, which would be taken whole, however slowly the archive is read.
      pack.entry(header, done).end(content);
    });
  }
  pack.finalize();
}
