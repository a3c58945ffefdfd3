import { readRows, readTables } from "../support/paperswithcode";

const problemsOf = async (text: string | Buffer) => (await readTables({ "own.json": text })).problems;

describe("what is not of the right shape", () => {
  it.each([
    ["3", "1:1 A task must be a group of named values, not 3."],
    ["null", "1:1 A task must be a group of named values, not nothing."],
    ["[[]]", "1:2 A task must be a group of named values, not a list."],
    ["{}", '1:1 "task" is missing: it must be the name, as text.'],
    ['{"task": " "}', '1:1 "task" is missing: it must be the name, as text.'],
    ['{"task": 7}', "1:10 task must be text, not 7."],
    ['{"task": "T", "subtasks": {}}', "1:27 subtasks must be a list, not a group of named values."],
    ['{"task": "T", "datasets": "D"}', '1:27 datasets must be a list, not "D".'],
    ['{"task": "T", "datasets": [null]}', "1:28 A dataset must be a group of named values, not nothing."],
    ['{"task": "T", "datasets": [{"dataset": []}]}', "1:40 dataset must be text, not a list."],
    [
      '{"task": "T", "datasets": [{"dataset": "D", "subdatasets": [{}]}]}',
      '1:61 "subdataset" is missing: it must be the name, as text.',
    ],
    [
      '{"task": "T", "datasets": [{"dataset": "D", "sota": []}]}',
      "1:53 sota must be a group of named values, not a list.",
    ],
    [
      '{"task": "T", "datasets": [{"dataset": "D", "sota": {"rows": {}, "metrics": 1}}]}',
      "1:77 metrics must be a list, not 1.",
    ],
  ])("%s is a problem", async (text, problem) => {
    expect(await problemsOf(text)).toContain(problem);
  });

  it("is a problem in a row", async () => {
    expect(
      (
        await readRows(
          '"M"',
          '{"model_name": 5}',
          '{"model_name": "N", "metrics": [1]}',
          '{"model_name": "O", "metrics": {" ": 1}}',
        )
      ).problems,
    ).toEqual([
      '2:1 A row must be a group of named values, not "M".',
      "3:16 model_name must be text, not 5.",
      "4:32 metrics must be a group of named values, not a list.",
      "5:38 a metric must have a name.",
    ]);
  });

  it("is left out with a warning where the rest can do without it", async () => {
    const { results, problems } = await readTables({
      "own.json": `{"task": "T", "description": 1, "source_link": 2, "datasets": [{"dataset": "D", "sota": {"metrics": [3],
"rows": [{"model_name": "M", "paper_url": [], "paper_title": {}, "uses_additional_data": "yes", "code_links": 1}]}}]}`,
    });
    expect(results).toHaveLength(1);
    expect(problems).toEqual([
      "1:30 warning: description must be text, not 1; it is left out.",
      "1:48 warning: source_link must be a group of named values, not 2; it is left out.",
      "1:102 warning: the name of a metric must be text; it is left out.",
      "2:43 warning: paper_url must be text, not a list; it is left out.",
      "2:62 warning: paper_title must be text, not a group of named values; it is left out.",
      '2:90 warning: uses_additional_data must be true or false, not "yes"; it is left out.',
    ]);
  });

  it("is nesting without end", async () => {
    const deep = `${'{"task": "T", "subtasks": ['.repeat(60)}${"]}".repeat(60)}`;
    expect(await problemsOf(deep)).toEqual(["1:1351 this stands more than 50 levels deep. Take levels out."]);
  });
});

describe("names that mean something to the language", () => {
  it("are names as any other", async () => {
    const { results, problems } = await readRows(
      '{"model_name": "M", "metrics": {"__proto__": "1", "constructor": "2"}}',
    );
    expect(problems).toEqual([]);
    expect(results[0].scores.map(({ leaderboard, value }) => [leaderboard.metric.name, value])).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});

describe("files", () => {
  it("that are no JSON, or no text, are problems; the others are read all the same", async () => {
    const { entries, problems } = await readTables({
      "a.json": '{"task": "T",\n}',
      "b.json": Buffer.from([0x50, 0x4b, 3, 4]),
      "c.json": '{"task": "T"}',
    });
    expect(problems).toHaveLength(2);
    expect(entries.at(-1)).toMatchObject({ record: { slug: "paperswithcode-c" } });
  });

  it("must have names of which sources can be named", async () => {
    expect((await readTables({ "x/a.json": '{"task": "T"}', "y/A.json": '{"task": "T"}' })).problems).toEqual(
      ["1:1 x/a.json has the same name but for its folder. Give one of the two another name."],
    );
    expect((await readTables({ "数据.json": '{"task": "T"}' })).problems).toEqual([
      "1:1 the file's name must have a letter from a to z or a digit: its source is named by it.",
    ]);
    const { entries } = await readTables({ "Évaluation_tables.json": '{"task": "T"}' });
    expect(entries).toMatchObject([{ record: { slug: "paperswithcode-evaluation-tables" } }]);
  });
});
