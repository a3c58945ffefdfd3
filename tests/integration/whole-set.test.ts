import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PoolDatabase, poolOf } from "../../src/db/database";
import { Snapshot } from "../../src/db/snapshot";
import { dataArchive } from "../../src/exporters/archive/data-archive";
import { aboutData } from "../../src/exporters/bundle/about-data";
import { contentHash } from "../../src/exporters/bundle/content-hash";
import { exportBundle } from "../../src/exporters/bundle/export-bundle";
import { exportsOf } from "../../src/graph/exports/export-source";
import { createSchema } from "../../src/graph/schema";
import { bundle } from "../../src/importers/bundle/format";
import { importFiles } from "../../src/importers/import-files";
import { openFiles } from "../../src/importers/input/open-files";
import { textOf } from "../support/bundle-lines";
import { send } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";
import { startTestService } from "../support/test-service";
import { startTinyService } from "../support/tiny-service";
import { sha256, unpack } from "../support/unpack";

let service: HttpService;
const folder = mkdtempSync(path.join(tmpdir(), "whole-set-"));
beforeAll(async () => {
  service = await startHttpService({ poolSize: 4 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
  expect(service.logged).toEqual([]);
});

async function download(of = "data.tar.gz") {
  const response = await fetch(`${service.url}/export/${of}`);
  return { response, archive: Buffer.from(await response.arrayBuffer()) };
}

const databaseOf = ({ dataSource }: Pick<HttpService, "dataSource">) => new PoolDatabase(poolOf(dataSource));

describe("the whole data set", () => {
  it("is one file with the bundle, its hashes, licence and citation, the same bytes each time", async () => {
    const { response, archive } = await download();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/gzip");
    const [, root] =
      /filename="(.*)\.tar\.gz"$/.exec(response.headers.get("content-disposition") ?? "") ?? [];
    expect(root).toMatch(/^scoregraph-\d{4}-\d{2}-\d{2}\.\d+$/);
    expect((await download("data")).archive.equals(archive)).toBe(true);

    const files = await unpack(archive);
    const names = [...files.keys()].map((name) => name.slice(root.length + 1));
    expect([...files.keys()].every((name) => name.startsWith(`${root}/`))).toBe(true);
    expect(names.filter((name) => !name.startsWith("data/"))).toEqual([
      "LICENCE.txt",
      "CITATION.bib",
      "README.txt",
      "manifest.json",
      "SHA256SUMS",
    ]);
    const content = (name: string) => files.get(`${root}/${name}`) as Buffer;
    const { manifest } = JSON.parse(String(content("manifest.json")));
    const data = Buffer.concat(names.filter((name) => name.startsWith("data/")).map(content));
    expect(manifest).toMatchObject({
      ...{ format: "scoregraph-bundle", version: 1, revision: 1, licence: null, serviceVersion: "0.1.0" },
      dataVersion: root.replace("scoregraph-", ""),
      citation: expect.stringContaining("The Scoregraph authors"),
      contentHash: sha256(data),
    });
    expect(manifest.contentHash).toBe(await contentHash(databaseOf(service)));
    const sums = String(content("SHA256SUMS")).trim().split("\n");
    expect(sums.length).toBe(files.size - 1);
    for (const line of sums) {
      const [sum, name] = line.split("  ");
      expect(sum).toBe(sha256(content(name)));
    }
    for (const { name, bytes } of manifest.files) expect(content(name).length).toBe(bytes);
    expect(String(content("LICENCE.txt"))).toMatch(/^No licence is stated.*MegaFace/s);
    expect(String(content("CITATION.bib"))).toContain(`@misc{scoregraph:${manifest.dataVersion},`);
  });

  it("is the same content again when its folder is imported into an empty database", async () => {
    const { archive } = await download();
    for (const [name, content] of await unpack(archive)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    const copy = await startTestService("empty");
    try {
      const { files } = await openFiles([folder], bundle.extensions);
      const { problems } = await importFiles(copy.dataSource, { format: bundle, files });
      expect(problems).toEqual([]);
      expect(await contentHash(databaseOf(copy))).toBe(await contentHash(databaseOf(service)));
    } finally {
      await copy.close();
    }
  });

  it("comes in as many parts as it takes, one after the other the bundle of an export", async () => {
    const snapshot = await Snapshot.begin(poolOf(service.dataSource));
    try {
      const about = await aboutData(snapshot, { licence: "CC0-1.0" });
      const pieces: Buffer[] = [];
      for await (const piece of dataArchive(snapshot, about, 1)) pieces.push(piece);
      const files = await unpack(Buffer.concat(pieces));
      const parts = [...files].filter(([name]) => name.includes("/data/"));
      expect(parts.length).toBeGreaterThan(8);
      const [first, ...lines] = (
        await textOf(exportBundle(databaseOf(service), { terms: { licence: "CC0-1.0" } }))
      ).split("\n");
      expect(parts.map(([, content]) => String(content)).join("")).toBe(lines.join("\n"));
      const archived = JSON.parse(
        String(files.get(`scoregraph-${about.dataVersion}/manifest.json`)),
      ).manifest;
      const { contentHash: _, files: __, ...said } = archived;
      expect(JSON.parse(first).manifest).toEqual(said);
      expect(said.licence).toBe("CC0-1.0");
    } finally {
      await snapshot.end();
    }
  });

  it("has an ETag that changes with the data, takes no parameters, and can be asked for by HEAD", async () => {
    const etag = (await download()).response.headers.get("etag") as string;
    const again = () => send(`${service.url}/export/data.tar.gz`, { headers: { "if-none-match": etag } });
    expect((await again()).status).toBe(304);
    const head = await send(`${service.url}/export/data.tar.gz`, { method: "HEAD" });
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", etag]);
    const { status, errors } = await send(`${service.url}/export/data.tar.gz?first=1`);
    expect([status, errors[0].extensions]).toEqual([400, { code: "BAD_USER_INPUT", argument: "first" }]);
    await service.dataSource.query("UPDATE paper SET year = 2000 WHERE slug = 'deng-2018-arcface'");
    expect((await again()).status).toBe(200);
  });

  it("has another ETag where another licence is stated", async () => {
    const readRevision = async () => "1";
    const tagWith = async (licence: string | null) => {
      const exports = exportsOf(createSchema(), () => service.dataSource, readRevision, { licence });
      const tiny = await startTinyService({ exports });
      const { headers } = await send(`${tiny.url}/export/data.tar.gz`, { method: "HEAD" });
      await tiny.stop(0);
      return headers.get("etag");
    };
    const tags = [await tagWith(null), await tagWith("CC0-1.0"), await tagWith("CC-BY-4.0")];
    expect(new Set(tags).size).toBe(3);
    expect(await tagWith("CC0-1.0")).toBe(tags[1]);
  });

  it("is given to a few at a time, and those who leave make room", async () => {
    const controllers = [0, 1, 2, 3].map(() => new AbortController());
    const statuses = await Promise.all(
      controllers.map(async ({ signal }) => (await fetch(`${service.url}/export/data`, { signal })).status),
    );
    for (const controller of controllers) controller.abort();
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
    expect(statuses).toContain(200);
    for (let i = 0; i < 5; i++) {
      const left = new AbortController();
      const asked = fetch(`${service.url}/export/data`, { signal: left.signal }).catch(() => {});
      left.abort();
      await asked;
    }
    const until = Date.now() + 10_000;
    let status = 0;
    while (status !== 200 && Date.now() < until) status = (await download()).response.status;
    expect(status).toBe(200);
  });
});
