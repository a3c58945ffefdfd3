import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { LEAST_BYTES } from "../../src/server/http/compression";
import { startTinyService, type TinyService } from "../support/tiny-service";

let plain: TinyService;
let keeping: TinyService;
beforeAll(async () => {
  plain = await startTinyService();
  keeping = await startTinyService({
    answers: { mostBytes: 1e6, version: "1", readRevision: async () => "1" },
  });
});
afterAll(() => Promise.all([plain.stop(1_000), keeping.stop(1_000)]));

/** As the bytes are: `fetch` would decompress them. */
function get(service: TinyService, query: string, headers: Record<string, string>) {
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const sent = request(
        `${service.url}/graphql?query=${encodeURIComponent(query)}`,
        { headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      sent.on("error", reject).end();
    },
  );
}

const LONG = "{ long(letters: 20000) }";
const decoders = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  none: (body: Buffer) => body,
};

it.each<[string, keyof typeof decoders]>([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0.1, gzip", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["GZIP", "gzip"],
  ["*", "br"],
  ["identity", "none"],
  ["deflate", "none"],
  ["gzip;q=0", "none"],
  ["", "none"],
])("a long answer is compressed as %j takes it: %s", async (accepted, encoding) => {
  const whole = (await get(plain, LONG, {})).body;
  for (const service of [plain, keeping, keeping, keeping]) {
    const { status, headers, body } = await get(service, LONG, { "accept-encoding": accepted });
    expect([status, headers["content-encoding"] ?? "none"]).toEqual([200, encoding]);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(decoders[encoding](body).equals(whole)).toBe(true);
    if (encoding !== "none") expect(body.length).toBeLessThan(whole.length / 2);
  }
});

it("a short answer is sent as it is", async () => {
  const rest = '{"data":{"long":""}}\n'.length;
  for (const [letters, encoding] of [
    [LEAST_BYTES - rest - 1, undefined],
    [LEAST_BYTES - rest, "gzip"],
  ]) {
    const { headers } = await get(plain, `{ long(letters: ${letters}) }`, { "accept-encoding": "gzip" });
    expect(headers["content-encoding"]).toBe(encoding);
  }
});

it("all forms have one weak tag, and a cache is told what they differ by", async () => {
  const forms = await Promise.all(
    ["br", "gzip", "identity"].map((accepted) => get(keeping, LONG, { "accept-encoding": accepted })),
  );
  const tags = new Set(forms.map(({ headers }) => headers.etag));
  expect([...tags]).toEqual([expect.stringMatching(/^W\//)]);
  expect(forms.map(({ headers }) => headers.vary)).toEqual(Array(3).fill("accept, accept-encoding"));
  const again = await get(keeping, LONG, {
    "accept-encoding": "gzip",
    "if-none-match": String([...tags][0]),
  });
  expect([again.status, again.body.length, again.headers["content-encoding"]]).toEqual([304, 0, undefined]);
});

it("errors are not too long to be sent as they are", async () => {
  const { headers } = await get(plain, `{ ${"x ".repeat(3_000)} }`, { "accept-encoding": "gzip" });
  expect(headers["content-encoding"]).toBeUndefined();
});
