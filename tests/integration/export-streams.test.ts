import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "graphql";
import type { ExportSource, OpenExport, PlannedExport } from "../../src/common/export-source";
import { send, sendRaw } from "../support/http-client";
import { SECRET, startTinyService, type TinyService } from "../support/tiny-service";

let closed = 0;

/** Files whose text comes as it is told, whatever their address. */
const texts: Record<string, () => AsyncGenerator<string>> = {
  async *whole() {
    yield "first ";
    await sleep(5);
    yield "second";
  },
  async *breaksAtOnce() {
    yield* [] as string[];
    throw new Error(SECRET);
  },
  async *breaksLater() {
    yield "first ";
    await sleep(20);
    throw new Error(SECRET);
  },
  async *endless() {
    for (;;) yield "x".repeat(100_000);
  },
  async *waits() {
    yield "first ";
    await sleep(60_000, undefined, { ref: false });
  },
};

const document = parse("{ hello }");

const exports: ExportSource = {
  readRevision: async () => "1",
  paths: ["/export/NAME"],
  plan: (path) =>
    Object.hasOwn(texts, path)
      ? {
          document,
          variables: {},
          async open(): Promise<OpenExport> {
            const close = async () => {
              closed += 1;
            };
            return {
              revision: "1",
              fileName: path,
              mediaType: "text/plain",
              pages: [],
              text: texts[path](),
              close,
            };
          },
        }
      : undefined,
};

let service: TinyService;
beforeEach(async () => {
  closed = 0;
  service = await startTinyService({ exports, limits: { deadlineMs: 200 } });
});
afterEach(async () => {
  await service.stop(0);
});

const read = (name: string) => send(`${service.url}/export/${name}`);

test("a file comes in pieces, and is closed when it is out", async () => {
  const { status, text, headers } = await read("whole");
  expect([status, text, headers.get("content-length")]).toEqual([200, "first second", null]);
  expect(closed).toBe(1);
});

test("what breaks before the first piece is an error with an id", async () => {
  const { status, text } = await read("breaksAtOnce");
  expect(status).toBe(500);
  expect(text).not.toContain("hunter2");
  expect(service.lines.join()).toContain(/id when reporting it: (\w+)/.exec(text)?.[1]);
  expect(closed).toBe(1);
});

test("what breaks later is cut off, so that nobody takes it for the whole, and is logged", async () => {
  await expect(read("breaksLater")).rejects.toThrow();
  expect(closed).toBe(1);
  expect(service.lines.join()).toContain("Internal error");
});

test("what takes longer than the deadline is cut off, whether it is slow or its reader", async () => {
  await expect(read("waits")).rejects.toThrow();
  const response = await fetch(`${service.url}/export/endless`);
  await sleep(400);
  await expect(response.text()).rejects.toThrow();
  expect(closed).toBe(2);
  expect(service.lines).toEqual([]);
});

test("what costs too much is not read, where that is known before", async () => {
  let opened = 0;
  const dear: ExportSource = {
    ...exports,
    plan: (path, parameters) => {
      const plan = exports.plan(path, parameters) as PlannedExport;
      const pages = () => [{ document: parse("{ items(first: 3) { id } }"), variables: {} }];
      const open: PlannedExport["open"] = async (...given) => {
        opened += 1;
        return plan.open(...given);
      };
      return { ...plan, pages, open };
    },
  };
  const askFor = async (fileCost: number) => {
    const tiny = await startTinyService({ exports: dear, limits: { fileCost } });
    const { status } = await send(`${tiny.url}/export/whole`);
    await tiny.stop(0);
    return [status, opened];
  };
  expect(await askFor(1)).toEqual([400, 0]);
  expect(await askFor(1_000)).toEqual([200, 1]);
});

test("who leaves is not waited for", async () => {
  const received = sendRaw(
    service.url,
    "GET /export/endless HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  );
  await received;
  await sleep(50);
  expect(closed).toBe(1);
  expect(service.lines).toEqual([]);
});
