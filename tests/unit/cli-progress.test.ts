import { progressLine, progressText, type Terminal } from "../../src/cli/progress";

const reading = (records: number, bytesRead: number) => ({ phase: "READING" as const, records, bytesRead });

describe("progress in words", () => {
  it.each([
    ["nothing yet", reading(0, 0), 0, 1_000, "Reading: 0 %, 0 records, 0 a second"],
    [
      "a quarter",
      reading(25_000, 250),
      5,
      1_000,
      "Reading: 25 %, 25,000 records, 5,000 a second, about 15 s left to read",
    ],
    [
      "the beginning of much",
      reading(100, 10),
      3,
      1_000,
      "Reading: 1 %, 100 records, 33 a second, about 4 min 57 s left to read",
    ],
    ["all", reading(4_000, 1_000), 4, 1_000, "Reading: 100 %, 4,000 records, 1,000 a second"],
    ["more than was there at first", reading(5, 2_000), 1, 1_000, "Reading: 100 %, 5 records, 5 a second"],
    ["an unknown size", reading(4_000, 1_000), 4, null, "Reading: 4,000 records, 1,000 a second"],
    ["no bytes at all", reading(1, 0), 1, 0, "Reading: 1 record, 1 a second"],
    [
      "writing",
      { phase: "WRITING" as const, records: 1_200, bytesRead: 9 },
      9,
      9,
      "Writing 1,200 records ...",
    ],
  ])("says %s", (_what, progress, seconds, total, text) => {
    expect(progressText(progress, seconds, total)).toBe(text);
  });
});

describe("the line of a terminal", () => {
  function terminal(isTTY: boolean, columns: number) {
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    return { written, stream: { isTTY, columns, write } as unknown as Terminal };
  }

  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  it("is renewed five times a second, and at once when the phase changes", () => {
    const { written, stream } = terminal(true, 80);
    const line = progressLine(stream, 100);
    line.show(reading(1_000, 10));
    line.show(reading(2_000, 20));
    jest.advanceTimersByTime(250);
    line.show(reading(3_000, 30));
    line.show({ phase: "WRITING", records: 3_000, bytesRead: 100 });
    const texts = written.filter((text) => text !== "\r\x1b[2K");
    expect(texts).toEqual([
      expect.stringContaining("1,000 records"),
      expect.stringContaining("3,000 records, 12,000 a second"),
      "Writing 3,000 records ...",
    ]);
    line.clear();
    expect(written.at(-1)).toBe("\r\x1b[2K");
  });

  it("is never wider than the terminal, whatever that says of itself", () => {
    for (const [columns, width] of [
      [20, 19],
      [0, 79],
    ]) {
      const { written, stream } = terminal(true, columns);
      const line = progressLine(stream, 1_000_000);
      jest.advanceTimersByTime(1_000);
      line.show(reading(1_000_000_000, 100));
      expect(written[1].length).toBeLessThanOrEqual(width);
      expect(written[1]).toMatch(/^Reading: 0 %/);
    }
  });

  it("is nothing where there is no terminal", () => {
    const { written, stream } = terminal(false, 0);
    const line = progressLine(stream, 100);
    line.show(reading(1_000, 10));
    line.clear();
    expect(written).toEqual([]);
  });
});
