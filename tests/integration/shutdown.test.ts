import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { lineLog } from "../../src/common/log";
import { createDrain } from "../../src/server/drain";
import { startHttpServer } from "../../src/server/http-server";
import { post, sendRaw } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;

beforeEach(async () => {
  service = await startTinyService({ timeouts: { headers: 300, request: 300, keepAlive: 60_000 } });
});
afterEach(() => service.stop(100));

const slow = (ms: number) => post(service.url, { query: `{ slow(ms: ${ms}) }` });
const port = () => Number(new URL(service.url).port);
const running = async () => {
  while (service.contexts.length === 0) await wait(5);
};

describe("stopping", () => {
  it("lets a running request finish, and tells its connection to close", async () => {
    const answer = slow(300);
    await running();
    const stopped = service.stop(5_000);
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    expect(await answer).toMatchObject({ status: 200, data: { slow: "done" } });
    expect((await answer).headers.get("connection")).toBe("close");
    expect(await stopped).toBe(true);
  });

  it("is announced by closing connections, while everything is still answered", async () => {
    const connection = async () => {
      const answer = await new Promise<IncomingMessage>((resolve) => {
        request(`${service.url}/healthz`, { agent: new Agent({ keepAlive: true }) }, resolve).end();
      });
      expect(await text(answer)).toBe("ok");
      return answer.headers.connection;
    };
    expect(await connection()).toBe("keep-alive");
    service.announceStop();
    expect(await connection()).toBe("close");
    expect(await post(service.url, { query: "{ hello }" })).toMatchObject({ status: 200 });
  });

  it("does not wait for connections without a request", async () => {
    const agent = new Agent({ keepAlive: true });
    const kept = request(`${service.url}/healthz`, { agent }).end();
    const [response] = await once(kept, "response");
    response.resume();
    await once(response, "end");
    const silent = connect(port(), "127.0.0.1").resume();
    await once(silent, "connect");
    const started = performance.now();
    expect(await service.stop(5_000)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
    agent.destroy();
  });

  it("closes the connection of an answer whose headers had promised to keep it", async () => {
    const server = createServer((_request, response) => {
      response.write("first ");
      setTimeout(() => response.end("last"), 200);
    });
    const drain = createDrain(server);
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true });
    const [response] = await once(request({ port, agent }).end(), "response");
    const started = performance.now();
    const stopped = drain.stop(4_000);
    expect(await text(response)).toBe("first last");
    expect(await stopped).toBe(true);
    expect(performance.now() - started).toBeLessThan(2_000);
    agent.destroy();
  });

  it("cuts what has not finished when the time is over", async () => {
    const answer = slow(5_000).then(
      () => "answered",
      () => "cut",
    );
    await running();
    expect(await service.stop(100)).toBe(false);
    expect(await answer).toBe("cut");
  });

  it("may be asked for twice", async () => {
    expect(await Promise.all([service.stop(100), service.stop(100)])).toEqual([true, true]);
  });
});

describe("slow and lost callers", () => {
  const head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

  it.each([
    ["headers", head],
    ["a body", `${head}Content-Length: 100\r\n\r\n{"query"`],
  ])("that send only half of %s are answered and let go", async (_what, bytes) => {
    const answer = await sendRaw(service.url, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
    expect(service.lines).toEqual([]);
  });

  it("that leave in the middle of a body leave no trace in the log", async () => {
    const socket = connect(port(), "127.0.0.1");
    socket.write(`${head}Content-Length: 100\r\n\r\n{"query"`);
    await wait(50);
    socket.destroy();
    await wait(50);
    expect(service.lines).toEqual([]);
  });

  it("that leave before the answer are noticed by the request's signal", async () => {
    const caller = new AbortController();
    const body = JSON.stringify({ query: "{ slow(ms: 60000) }" });
    const headers = { "content-type": "application/json" };
    const answer = fetch(`${service.url}/graphql`, { method: "POST", headers, body, signal: caller.signal });
    await running();
    caller.abort();
    await expect(answer).rejects.toThrow();
    await wait(100);
    expect(service.contexts[0]?.signal.aborted).toBe(true);
  });
});

it("an address in use is an error that says what to do", async () => {
  const { graphql } = service;
  const log = lineLog(() => {});
  await expect(startHttpServer({ graphql, host: "127.0.0.1", port: port(), log })).rejects.toThrow(
    `Port ${port()} on 127.0.0.1 is already in use. Set PORT to another one, or to 0 for any free port.`,
  );
});
