import { readMegafacePage } from "../support/megaface-page";

const HEAD = "Algorithm Date Submitted Set 1 Set 2 Data Set Size";
const TITLE = "Identification Rate vs. Distractors Size";

/** The problems of a page as `line:column message`. */
async function problemsOf(...lines: string[]): Promise<string[]> {
  const { problems } = await readMegafacePage(lines.join("\n"));
  return problems.map(
    ({ line, column, message, level }) => `${level ?? "fatal"} ${line}:${column} ${message}`,
  );
}

describe("a page that cannot be used at all", () => {
  it("another text", async () => {
    expect(await problemsOf("Once upon a time", "", "there was a bird")).toEqual([
      'fatal 1:1 no table was found: one begins with a line such as "Algorithm Date Submitted Set 1 Set 2 Data Set Size".',
    ]);
  });

  it("bytes that are no text", async () => {
    const { problems, results } = await readMegafacePage(Buffer.from([0x41, 0xff, 0xfe, 0x41]));
    expect(problems).toHaveLength(1);
    expect(problems[0].level).toBeUndefined();
    expect(results).toEqual([]);
  });
});

describe("a row", () => {
  it("is kept without what is wrong in it", async () => {
    expect(
      await problemsOf(
        TITLE,
        "",
        HEAD,
        "Late Bird 13/1/2017 50% 51% Large",
        "Bare Bird 1/2/2017 50% 51%",
        "Full Bird 1/3/2017 50% 51% 52% Small",
        "Odd Bird 1/4/2017 high 51% Small",
        "Mixed Bird 1/5/2017 0.5 51% Small",
      ),
    ).toEqual([
      'warning 4:1 "13/1/2017" is no day written month/day/year: the row is kept without a date.',
      "warning 5:1 the row does not end with Large or Small: it is kept without a size.",
      'warning 6:28 "52%" is one more than the table has columns for: it is left out.',
      'warning 7:19 "high" is not a number with %, as the others of its table: it is kept as text only.',
      'warning 8:21 "0.5" is not a number with %, as the others of its table: it is kept as text only.',
    ]);
  });

  it("keeps the text of what is no number", async () => {
    const { results } = await readMegafacePage(`${TITLE}\n\n${HEAD}\nOdd Bird 1/4/2017 high 51% Small`);
    expect(results[0].scores.map(({ reported, value }) => [reported, value])).toEqual([
      ["high", null],
      ["51", "51"],
    ]);
  });

  it("is left out where it is none, or has no name, or stands there already", async () => {
    expect(
      await problemsOf(
        TITLE,
        "",
        HEAD,
        "Bird 1/2/2017 50% 51% Large",
        "no row here",
        "1/2/2017 50% 51% Large",
        "Bird 1/2/2017 50% 52% Large",
      ),
    ).toEqual([
      "warning 5:1 no row: a row is a name, a date as month/day/year, numbers and a size. It is left out.",
      "warning 6:1 the row has no name in front of its date: it is left out.",
      'warning 7:1 "Bird" stands in line 4 already with something else: this row is left out.',
    ]);
  });

  it("has its last date for date, and all before it for name", async () => {
    const { results } = await readMegafacePage(
      `${TITLE}\n\n${HEAD}\nBird of 1/1/2016 1/2/2017 50% 51% Large`,
    );
    expect(results[0].submission).toMatchObject({ name: "Bird of 1/1/2016", submittedOn: "2017-01-02" });
  });
});

describe("a table", () => {
  const row = "Some Bird 1/2/2017 50% 51% Large";

  it("that nothing says the measure of is left out, whatever the texts of images say", async () => {
    const { results, problems } = await readMegafacePage(
      [HEAD, row, "", "JointBayes Verification Graph"].join("\n"),
    );
    expect(results).toEqual([]);
    expect(problems[0].message).toBe(
      "neither a title above this table nor a heading below says whether it is about Identification or Verification: its rows are left out, 1 in all.",
    );
  });

  it("that prints a row with another number is not believed a second time", async () => {
    const { results, problems } = await readMegafacePage(
      [
        TITLE,
        "",
        HEAD,
        row,
        "",
        TITLE,
        "",
        HEAD,
        "Some Bird 1/2/2017 50% 99% Large",
        "New Bird 1/3/2017 1% 2% Small",
      ].join("\n"),
    );
    expect(results.map(({ submission, scores }) => [submission.name, scores[1].reported])).toEqual([
      ["Some Bird", "51"],
      ["New Bird", "2"],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([9]);
  });

  it("may have no signs: then its unit is not said", async () => {
    const { results } = await readMegafacePage(`${TITLE}\n\n${HEAD}\nSome Bird 1/2/2017 .5 0.51 Large`);
    expect(results[0].scores[0]).toMatchObject({ reported: ".5", value: "0.5" });
    expect(results[0].scores[0].leaderboard.metric.unit).toBeNull();
  });

  it("may end its lines as Windows does", async () => {
    const { results, problems } = await readMegafacePage([TITLE, "", HEAD, row, ""].join("\r\n"));
    expect(results[0].scores[1].reported).toBe("51");
    expect(problems).toEqual([]);
  });
});

describe("a list of descriptions", () => {
  const page = (...descriptions: string[]) =>
    readMegafacePage(
      [TITLE, "", HEAD, "Some Bird 1/2/2017 50% 51% Large", "", "Algorithm Details", ...descriptions].join(
        "\n",
      ),
    );
  const starts = ({ results }: Awaited<ReturnType<typeof page>>) =>
    results.flatMap(({ submission: { name, description } }) =>
      description ? [[description.line, name]] : [],
    );

  it("may begin without a name", async () => {
    expect(starts(await page("", "trained with softmax", "", "Some Bird", "", "on photos"))).toEqual([
      [10, "Some Bird"],
      [8, null],
    ]);
  });

  it("does not take a sentence, a reference or a label for a name", async () => {
    const read = await page(
      "Some Bird",
      "",
      "Custom version of softmax.",
      "",
      "Deep Face Recognition",
      "",
      "Method Reference:",
      "",
      "Margins For Birds [J]. arXiv:1899.01234",
    );
    expect(starts(read)).toEqual([[7, "Some Bird"]]);
  });

  it("takes a row's name for a name however it is written", async () => {
    const rows = [TITLE, "", HEAD, "bird of prey 1/2/2017 50% 51% Large", "", "Algorithm Details"];
    const { results } = await readMegafacePage(
      [...rows, "bird of prey", "", "trained with softmax"].join("\n"),
    );
    expect(results[0].submission).toMatchObject({ name: "bird of prey", description: { line: 7 } });
  });

  it("that a later print has once more is a description of its own", async () => {
    const first = [TITLE, "", HEAD, "Some Bird 1/2/2017 50% 51% Large", "", "Algorithm Details"];
    const twice = ["", "", "trained with softmax", "", "", "trained with softmax"];
    const { results } = await readMegafacePage(
      [...first, "", "", "trained with softmax", "", ...first, ...twice].join("\n"),
    );
    expect(results.slice(1).map(({ submission }) => submission.description?.line)).toEqual([9, 22]);
  });

  it("mentions a thing once, where it stands first", async () => {
    const { results } = await page("Some Bird", "", "with softmax, and once more softmax loss");
    expect(results[0].submission.lossFunctions).toMatchObject([{ term: "softmax", place: { column: 6 } }]);
  });

  it("says which of two texts under one name it took", async () => {
    const { problems } = await page("Some Bird", "", "on photos", "", "Some Bird", "", "on drawings");
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '11 "Some Bird" is described in line 7 already, in other words: this text is left out.',
    ]);
  });
});
