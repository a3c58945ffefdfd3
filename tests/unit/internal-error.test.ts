import { DatabaseError } from "pg";
import { lineLog } from "../../src/common/log";
import { reportInternalError } from "../../src/server/internal-error";

function logged(error: unknown): string {
  const lines: string[] = [];
  reportInternalError(
    lineLog((line) => lines.push(line)),
    error,
  );
  return lines.join("");
}

function databaseError(code: string, message: string): DatabaseError {
  return Object.assign(new DatabaseError(message, message.length, "error"), { code });
}

describe("what is logged of an internal error", () => {
  it("has its stack", () => {
    expect(logged(new TypeError("x is not a function"))).toMatch(/TypeError: x is not a function.*at /);
  });

  it("leaves out the value that the database could not use", () => {
    const line = logged(databaseError("22P02", 'invalid input syntax for type integer: "Zanzibar" 4711"'));
    expect(line).toContain("invalid input syntax for type integer");
    expect(line).not.toMatch(/Zanzibar|4711/);
  });

  it("keeps the names that other errors of the database are about", () => {
    expect(logged(databaseError("42P01", 'relation "scores" does not exist'))).toContain("scores");
  });

  it("has nothing of a thrown value that is no error", () => {
    expect(logged({ password: "hunter2" })).not.toContain("hunter2");
  });
});
