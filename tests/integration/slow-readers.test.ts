import { Cancellation } from "../../src/common/cancellation";
import type { OpenExport } from "../../src/common/export-source";
import { exportsOf } from "../../src/graph/exports/export-source";
import { createSchema } from "../../src/graph/schema";
import { post, send } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";
import { startTinyService } from "../support/tiny-service";

const POOL_SIZE = 4;
const FILE = "submissions.csv";

let service: HttpService;
beforeEach(async () => {
  service = await startHttpService({ poolSize: POOL_SIZE });
});
afterEach(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const sourceOf = (aheadBytes?: number) =>
  exportsOf(
    createSchema(),
    () => service.dataSource,
    async () => "1",
    { atOnce: 10, ...(aheadBytes !== undefined && { aheadBytes }) },
  );

/** Begins to read a file, and takes no more of it than its first piece. */
async function begin(source: ReturnType<typeof sourceOf>, path = FILE): Promise<OpenExport> {
  const open = (await source.plan(path, new URLSearchParams())?.open(new Cancellation())) as OpenExport;
  try {
    expect((await open.text[Symbol.asyncIterator]().next()).done).toBe(false);
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

const answered = async () =>
  (await post(service.url, { query: "{ papers(first: 1) { totalCount } }" })).status;

test("whoever stops reading large files leaves connections to others, and whoever finds no place is told so", async () => {
  const source = sourceOf(0);
  const tiny = await startTinyService({ exports: source });
  try {
    const held = [await begin(source), await begin(source)];
    expect(await answered()).toBe(200);
    for (const path of [FILE, "papers.bib", "data.tar.gz"]) {
      const { status, headers, errors } = await send(`${tiny.url}/export/${path}`);
      expect([status, errors[0].extensions.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    await held.pop()?.close();
    expect((await send(`${tiny.url}/export/${FILE}`)).status).toBe(200);
    for (const each of held) {
      await each.close();
      await each.close();
    }
    // A place that is left twice is one place.
    const begun = await Promise.allSettled([1, 2, 3].map(() => begin(source)));
    for (const each of begun) if (each.status === "fulfilled") await each.value.close();
    expect(begun.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
  } finally {
    await tiny.stop(0);
  }
});

test("a small file takes no connection while it is sent", async () => {
  const source = sourceOf();
  const held: OpenExport[] = [];
  for (let i = 0; i < 2 * POOL_SIZE; i += 1) held.push(await begin(source));
  expect(await answered()).toBe(200);
  for (const each of held) await each.close();
});
