import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { startTestService, type TestService } from "../support/test-service";

const folder = path.join(__dirname, "queries");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => file.replace(".graphql", ""));

const read = (file: string) => readFileSync(path.join(folder, file), "utf8");

/** Numbers are rounded to four decimals, in which the agreed answers are written. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Math.round(value * 1e4) / 1e4;
  if (Array.isArray(value)) return value.map(rounded);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  }
  return value;
}

describe("the queries that clients rely on", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.close());

  it("are all here", () => expect(names).toHaveLength(15));

  it.each(names)("%s answers as agreed", async (name) => {
    const data = await service.data(read(`${name}.graphql`));
    expect(rounded(data)).toEqual(rounded(JSON.parse(read(`${name}.json`))));
  });
});
