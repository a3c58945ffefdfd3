import { createLog, type LogOptions, lineLog, withFields } from "../../../src/common/log";

function logged(options: LogOptions, write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog({ ...options, write: (line) => lines.push(line) }));
  return lines;
}

describe("the log", () => {
  it("writes a JSON object for each line", () => {
    const [line] = logged({ format: "json" }, (log) => log.warn("Something\nhappened", { rows: 3 }));
    expect(line.endsWith("}\n")).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ level: "warn", message: "Something\nhappened", rows: 3 });
    expect(Date.parse(JSON.parse(line).time)).toBeGreaterThan(0);
  });

  it("writes readable lines for a terminal, each message in one", () => {
    const [line] = logged({ format: "text" }, (log) => log.info("One\r\nERROR two", { a: "x\ny" }));
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z INFO One ERROR two \{"a":"x\\ny"\}\n$/);
  });

  it("leaves out what is below its level", () => {
    const all = (log: ReturnType<typeof createLog>) => {
      for (const level of ["debug", "info", "warn", "error"] as const) log[level](level);
    };
    const counts = (["debug", "info", "warn", "error", "silent"] as const).map(
      (level) => logged({ level, format: "json" }, all).length,
    );
    expect(counts).toEqual([4, 3, 2, 1, 0]);
    expect(createLog({ level: "debug" }).isDebug).toBe(true);
    expect(createLog().isDebug).toBe(false);
  });

  it.each(["json", "text"] as const)(
    "as %s never shows passwords, headers with keys, or variables",
    (format) => {
      const secrets = {
        password: "hunter2",
        headers: { authorization: "Bearer hunter2", cookie: "hunter2" },
        variables: { name: "hunter2" },
        stack: 'Error: cannot use "postgres://me:hunter2@host/db" or https://hunter2@collector/v1',
      };
      const [line] = logged({ format }, (log) => log.error("to postgresql://me:hunter2@host/db", secrets));
      expect(line).not.toContain("hunter2");
      expect(line).toContain("postgresql://(hidden)@host/db");
    },
  );

  it("with fields has them in every line", () => {
    const lines: string[] = [];
    const log = withFields(createLog({ format: "json", write: (line) => lines.push(line) }), {
      requestId: "r-1",
    });
    log.info("a");
    log.error("b", { id: "x" });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { message: "a", requestId: "r-1" },
      { message: "b", requestId: "r-1", id: "x" },
    ]);
  });

  it("of readable lines is one of text", () => {
    const lines: string[] = [];
    lineLog((line) => lines.push(line)).warn("w");
    expect(lines[0]).toMatch(/ WARN w\n$/);
  });
});
