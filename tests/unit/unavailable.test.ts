import { Unavailable } from "../../src/common/errors";
import { asUnavailable } from "../../src/db/unavailable";

const withCode = (code: string, message = "x") => Object.assign(new Error(message), { code });

describe("a database that is away", () => {
  it.each(["ECONNREFUSED", "ECONNRESET", "EAI_AGAIN", "57P01", "57P03", "08006", "53300"])(
    "is known by the code %s",
    (code) => {
      expect(asUnavailable(withCode(code))).toBeInstanceOf(Unavailable);
    },
  );

  it.each([
    "Connection terminated unexpectedly",
    "timeout exceeded when trying to connect",
    "Query read timeout",
    "Client has encountered a connection error and is not queryable",
  ])("is known by the driver's words: %s", (message) => {
    expect(asUnavailable(new Error(message))).toBeInstanceOf(Unavailable);
  });

  it("is known behind a name with several addresses", () => {
    const error = new AggregateError([withCode("ECONNREFUSED"), withCode("ECONNREFUSED")]);
    expect(asUnavailable(error)).toBeInstanceOf(Unavailable);
  });

  it("says nothing of where it is", () => {
    const error = asUnavailable(withCode("ECONNREFUSED", "connect ECONNREFUSED 10.1.2.3:5432"));
    expect(JSON.stringify(error)).not.toContain("10.1.2.3");
  });
});

it.each(["42P01", "22P02", "57014", "23505"])("the code %s is something else", (code) => {
  const error = withCode(code);
  expect(asUnavailable(error)).toBe(error);
});
