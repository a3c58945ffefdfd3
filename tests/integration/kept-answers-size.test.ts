import { post } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";
import { storeAnswerOf } from "../support/stored-answer";

const LONG = "x".repeat(1_000_000);

let service: HttpService;
let id: string;
beforeAll(async () => {
  service = await startHttpService();
  const data = { meta: { serviceVersion: LONG } };
  id = await storeAnswerOf(service.dataSource, "{\n  meta {\n    serviceVersion\n  }\n}", data);
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const times = (count: number, field: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(" ");
const ask = (selection: string) => post(service.url, { query: `{ answer(id: "${id}") { ${selection} } }` });

describe("what one answer may tell of kept ones", () => {
  it("is one of any size, several times", async () => {
    const { data, errors } = await ask(times(5, "data"));
    expect(errors).toEqual([]);
    expect(data.answer.a4).toEqual({ meta: { serviceVersion: LONG } });
  });

  it("is not a hundred times as much as it keeps: that costs too much", async () => {
    const { errors } = await ask(times(150, "data"));
    expect(errors[0].extensions.code).toBe("QUERY_TOO_EXPENSIVE");
  });

  it.each([
    ["the answer", times(20, "data")],
    ["rows that have changed", `changes { rows { values { ${times(150, "before")} } } }`],
    ["rows that were asked for again and again", `changes { ${times(15, "rows { values { before } }")} }`],
  ])("is limited in bytes, with one error: %s", async (_, selection) => {
    const { status, text, errors } = await ask(selection);
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions).toMatchObject({
      code: "ANSWER_TOO_LARGE",
      limit: { name: "toldBytes", allowed: 8 * 1024 * 1024 },
    });
    expect(status).toBe(200);
    expect(text.length).toBeLessThan(1_000);
  });
});
