import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { post } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

const SLOW_SENDERS = { headers: 400, request: 800, keepAlive: 400 };
const SLOW_READERS = { reading: 500 };
const MANY = 200;

/** An answer of 5 MB, which is more than the system takes off the service's hands. */
const FIELDS = 5_000;
const LARGE = {
  query: `query ($n: String) { ${Array.from({ length: FIELDS }, (_, i) => `a${i}: hello(name: $n)`).join(" ")} }`,
  variables: { n: "x".repeat(1_000) },
};

let service: TinyService;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  expect(service.lines).toEqual([]);
});
async function open(bytes: string): Promise<Socket> {
  const socket = connect(Number(new URL(service.url).port), "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(bytes);
  return socket;
}

/** Writes a byte now and then, as long as it can. */
async function trickle(socket: Socket): Promise<void> {
  for (; !socket.destroyed && socket.writable; await sleep(50)) socket.write(" ");
}

const head = (length: number) =>
  `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

const normal = async () => (await post(service.url, { query: "{ hello }" })).data?.hello;

describe("slow senders", () => {
  beforeAll(async () => {
    service = await startTinyService({ timeouts: SLOW_SENDERS });
  });
  afterAll(() => service.stop(0));

  test.each([
    ["nothing at all", ""],
    ["half of their headers", "POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: "],
    ["a body byte by byte", head(100_000)],
  ])(`${MANY} of %s are shown out, and a normal query beside them is answered`, async (_what, bytes) => {
    const received = new Map<Socket, string>();
    const senders = await Promise.all(Array.from({ length: MANY }, () => open(bytes)));
    const closed = senders.map(async (socket) => {
      socket.on("data", (chunk) => received.set(socket, (received.get(socket) ?? "") + chunk));
      if (bytes) void trickle(socket);
      await once(socket, "close");
    });
    for (let i = 0; i < 5; i += 1) {
      expect(await normal()).toBe("Hello you");
      await sleep(20);
    }
    await Promise.all(closed);
    if (bytes) for (const socket of senders) expect(received.get(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe("slow readers", () => {
  beforeAll(async () => {
    const most = 1_000_000;
    const limits = { aliases: most, rootFields: most, tokens: most, cost: most };
    service = await startTinyService({ timeouts: SLOW_READERS, limits });
  });
  afterAll(() => service.stop(0));

  test("who take nothing are cut off, and a normal query beside them is answered", async () => {
    const body = JSON.stringify(LARGE);
    const request = `${head(Buffer.byteLength(body))}${body}`;
    const socket = await open(request + request);
    socket.pause();
    const closed = once(socket, "close");
    expect(await normal()).toBe("Hello you");
    await sleep(SLOW_READERS.reading + 700);
    expect(await normal()).toBe("Hello you");
    let bytes = 0;
    socket.on("data", (chunk) => {
      bytes += chunk.length;
    });
    socket.resume();
    await closed;
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(FIELDS * 1_000);
  });

  test("who take it at once are given the whole of it", async () => {
    const { data } = await post(service.url, LARGE);
    expect(Object.keys(data)).toHaveLength(FIELDS);
  });
});
