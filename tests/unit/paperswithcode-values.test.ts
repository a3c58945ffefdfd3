import { readRows } from "../support/paperswithcode";

/** Rows of models named by position, each with one value, given as JSON, of the metric A. */
const values = (...json: string[]) =>
  readRows(...json.map((value, i) => `{"model_name": "M${i}", "metrics": {"A": ${value}}}`));

describe("a value", () => {
  it.each([
    ["0.9300", "0.9300", "0.9300"],
    ['"88.145"', "88.145", "88.145"],
    ['".5"', ".5", "0.5"],
    ['"0.8428 ± 0.0014"', "0.8428 ± 0.0014", "0.8428"],
    ['"15.9M"', "15.9M", "15900000"],
    ["12345678901234567890.10", "12345678901234567890.10", "12345678901234567890.10"],
    ["null", null, null],
    ['" "', null, null],
  ])("%s keeps its digits", async (json, reported, value) => {
    const { results, problems } = await values(json);
    expect(problems).toEqual([]);
    expect(results[0].scores).toMatchObject([{ reported, value }]);
  });

  it("that is no number is kept as text, with a warning", async () => {
    const { results, problems } = await values('"Please ask"', '"1e200"');
    expect(results.map(({ scores: [{ reported, value }] }) => [reported, value])).toEqual([
      ["Please ask", null],
      ["1e200", null],
    ]);
    expect(problems).toEqual([
      '2:39 warning: A: "Please ask" is no number; the text is kept, without a value.',
      '3:39 warning: A: "1e200" is no number; the text is kept, without a value.',
    ]);
  });

  it.each([
    ["true", "true"],
    ["[1]", "a list"],
    ["{}", "a group of named values"],
  ])("cannot be %s", async (json, shown) => {
    const { results, problems } = await values(json);
    expect(results[0].scores).toEqual([]);
    expect(problems).toEqual([`2:39 warning: "A" must be a number or text, not ${shown}; it is left out.`]);
  });

  it("of a metric that is spelt in two ways is one", async () => {
    const { results, problems } = await readRows('{"metrics": {"Top  1": "5", "top 1": "5", "TOP 1": "6"}}');
    expect(results[0].scores).toMatchObject([{ reported: "5", leaderboard: { metric: { name: "Top  1" } } }]);
    expect(problems).toEqual([
      '2:52 warning: "TOP 1" is the same metric as "Top  1", which has a value; it is left out.',
    ]);
  });
});

describe("the unit of a leaderboard", () => {
  const read = async (...json: string[]) => {
    const { results, problems } = await values(...json);
    const scores = results.flatMap(({ scores }) => scores);
    return { unit: scores[0].leaderboard.metric.unit, values: scores.map(({ value }) => value), problems };
  };

  it('is "%" where the values say so', async () => {
    expect(await read('"98.48%"', '"97 %"')).toEqual({ unit: "%", values: ["98.48", "97"], problems: [] });
  });

  it("is that of most values: the others are kept as text, with a warning", async () => {
    expect(await read('"0.9"', '"91%"', '"0.8"')).toEqual({
      unit: null,
      values: ["0.9", null, "0.8"],
      problems: ['3:39 warning: A: "91%" has a "%", most others have none; no value is kept, only the text.'],
    });
    expect(await read('"0.9"', '"91%"')).toEqual({
      unit: "%",
      values: [null, "91"],
      problems: ['2:39 warning: A: "0.9" has no "%", most others have one; no value is kept, only the text.'],
    });
  });
});

describe("paper_date", () => {
  const read = async (json: string) => {
    const { results, problems } = await readRows(`{"model_name": "M", "paper_date": ${json}}`);
    const [{ submission }] = results;
    return { day: submission.submittedOn, distinction: submission.distinction, problems };
  };

  it.each([
    ['"2020-02-29"', "2020-02-29"],
    ['"2018-10-05T00:00:00"', "2018-10-05"],
    ['"2018-10-05 23:59:59.5+02:00"', "2018-10-05"],
    ["null", undefined],
    ['""', undefined],
  ])("%s is read without a warning", async (json, day) => {
    expect(await read(json)).toEqual({ day, distinction: day, problems: [] });
  });

  it.each(["17 November 2025 4:28pm", "99/99/9999", "2019-02-29", "2019-02", "2019", "2018-10-05Tnoon"])(
    "%s is no day: it is left out with a warning, and tells rows apart all the same",
    async (text) => {
      expect(await read(JSON.stringify(text))).toEqual({
        day: undefined,
        distinction: text,
        problems: [
          `2:35 warning: paper_date must be a day of the calendar, written YYYY-MM-DD, not "${text}"; it is left out.`,
        ],
      });
    },
  );

  it("must be text", async () => {
    const problem = "2:35 warning: paper_date must be text, not 2019; it is left out.";
    expect(await read("2019")).toEqual({ day: undefined, distinction: undefined, problems: [problem] });
  });
});
