import { parse } from "csv-parse/sync";
import { latexRows, RANKING_TABLE } from "../support/table";
import { startTestService, type TestService } from "../support/test-service";

const BOARDS = ["megaface-identification", "megaface-verification"];
const SPLITS = ["set-1", "set-2", "set-3"];

describe("tables of the default data", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.close());

  const ranking = async (variables: Record<string, unknown>) =>
    (await service.data(RANKING_TABLE, { board: BOARDS[0], first: 100, ...variables })).leaderboard.ranking;

  it("say of a ranking what its nodes say, to the letter", async () => {
    const columns = [
      "RANK",
      "OVERALL_RANK",
      "SUBMISSION",
      "ORGANISATIONS",
      "SUBMITTED_ON",
      "VALUE",
      "UNCERTAINTY",
    ];
    for (const board of BOARDS) {
      for (const split of SPLITS) {
        const { nodes, table } = await ranking({ board, split, format: "CSV", columns });
        const expected = nodes.map(
          // biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
          ({ rank, overallRank, score: { reported, uncertainty }, submission: s }: any) => [
            String(rank),
            String(overallRank),
            s.label,
            s.organisations.map(({ name }: { name: string }) => name).join("; "),
            s.submittedOn ?? "",
            reported,
            uncertainty === null ? "" : String(uncertainty),
          ],
        );
        expect(expected.length).toBeGreaterThan(40);
        expect(parse(table.text).slice(1)).toEqual(expected);
        expect(table.rowCount).toBe(nodes.length);
      }
    }
  });

  it("keep zeros at the end of numbers", async () => {
    const { table } = await ranking({ format: "JSON_LINES", columns: ["SUBMISSION", "VALUE"] });
    const rows = table.text.trimEnd().split("\n");
    expect(rows).toContain(
      '{"submission":"SRC-Beijing-FR(Samsung Research Institute China-Beijing)","value":"70.0"}',
    );
  });

  it("mark in LaTeX exactly the rows of the first two places", async () => {
    for (const board of BOARDS) {
      for (const split of SPLITS) {
        const { nodes, table } = await ranking({
          board,
          split,
          format: "LATEX",
          ties: "DENSE",
          columns: ["VALUE"],
        });
        const expected = nodes.map(
          ({ rank, score: { reported } }: { rank: number; score: { reported: string } }) => {
            if (rank === 1) return [`\\textbf{${reported}}`];
            return [rank === 2 ? `\\underline{${reported}}` : reported];
          },
        );
        expect(latexRows(table.text)).toEqual(expected);
      }
    }
  });

  it("say by which rule, of which day and of which data they are, and what was left out", async () => {
    const { meta } = await service.data("{ meta { dataVersion revision } }");
    const { table, totalCount } = await ranking({
      first: 3,
      format: "LATEX",
      asOf: "2017-12-31",
      ties: "DENSE",
      where: { described: { is: false } },
    });
    expect(table.caption).toBe("MegaFace identification, Set 1.");
    expect(table.notes).toEqual([
      "Identification rate (%): higher is better, as the source of the leaderboard says.",
      "Places: dense. Equals share a place and leave no gap: 1, 2, 2, 3.",
      "As it stood at the end of 2017-12-31, without undated rows.",
      "Only rows that fulfil a filter.",
      `Rows listed: 3 of ${totalCount}.`,
      `Scoregraph, data version ${meta.dataVersion} (revision ${meta.revision}).`,
    ]);
    for (const note of table.notes) expect(table.text).toContain(note.replace("%", "\\%"));
  });

  it("name files, media types and columns", async () => {
    const { table } = await ranking({
      first: 1,
      format: "HTML",
      values: [{ leaderboard: "megaface-verification", split: "set-2" }],
    });
    expect(table).toMatchObject({
      fileName: "megaface-identification-set-1.html",
      mediaType: "text/html; charset=utf-8",
      label: "tab:megaface-identification-set-1",
      columns: [
        { key: "rank", heading: "Place" },
        { key: "submission", heading: "Submission" },
        { key: "submittedOn", heading: "Date" },
        { key: "value", heading: "Identification rate (%)" },
        { key: "megaface-verification/set-2", heading: "MegaFace verification, Set 2 (%)" },
      ],
    });
    expect(table.again).toBe(table.text);
  });

  it("list claims on the bases that are asked for, and mark what is not stated", async () => {
    const columns = ["SUBMISSION", "LOSS_FUNCTIONS"];
    const where = { submission: { is: ["EI Networks"] } };
    const losses = async (format: string, basis?: string[]) =>
      (await ranking({ format, columns, where, basis })).table.text;
    const read = (text: string) => JSON.parse(text).lossFunctions;
    expect(read(await losses("JSON_LINES"))).toEqual([{ text: "Triplet loss", marks: [] }]);
    expect(read(await losses("JSON_LINES", ["STATED", "VAGUE"]))).toEqual([
      { text: "Triplet loss", marks: [] },
      { text: "“multiple large margin loss functions”", marks: ["VAGUE"] },
    ]);
    const latex = await losses("LATEX", ["VAGUE"]);
    expect(latex).toContain("``multiple large margin loss functions''\\textsuperscript{v} \\\\");
    expect(latex).toContain("\\textsuperscript{v}~In the source's words");
    expect(await losses("LATEX", ["INHERITED"])).toContain("EI Networks & -- \\\\");
  });

  it("say of statistics what their nodes say", async () => {
    const query = `query ($format: TableFormat!) { leaderboard(ref: "megaface-verification") {
      statistics(groupBy: LOSS_FAMILY, first: 50) {
        nodes { label count mean median standardDeviation best { reported submission { label } } }
        table(format: $format, decimals: 3) { text notes caption } } } }`;
    const { nodes, table } = (await service.data(query, { format: "CSV" })).leaderboard.statistics;
    const rounded = (figure: number | null) => (figure === null ? "" : figure.toFixed(3));
    // biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
    const expected = nodes.map((group: any) => [
      group.label,
      String(group.count),
      ...[group.mean, group.median, group.standardDeviation].map(rounded),
      group.best.reported,
      group.best.submission.label,
    ]);
    expect(expected.length).toBeGreaterThan(3);
    expect(parse(table.text).slice(1)).toEqual(expected);
    expect(table.caption).toBe("MegaFace verification, Set 1, by loss family.");
    expect(table.notes).toContain("Computed figures are rounded to 3 places behind the point.");
    const latex = (await service.data(query, { format: "LATEX" })).leaderboard.statistics.table.text;
    const best = latexRows(latex).filter((row) => row[5].startsWith("\\textbf{"));
    const { ranking: whole } = (
      await service.data(
        `{ leaderboard(ref: "megaface-verification") { ranking(first: 1) { nodes { submission { label } } } } }`,
      )
    ).leaderboard;
    expect(best.map((row) => row[6])).toEqual([whole.nodes[0].submission.label]);
  });

  it("put compared submissions side by side, with a dash where one has no value", async () => {
    const { comparison } =
      await service.data(`{ comparison(refs: ["Video++", "ULSee - Face Team", "THU CV-AI Lab"]) {
      results { cells { reported best } }
      table(format: LATEX) { text caption rowCount } } }`);
    const rows = latexRows(comparison.table.text);
    expect(rows.map(([name]) => name)).toEqual(["Video++", "ULSee - Face Team", "THU CV-AI Lab"]);
    for (const [i, { cells }] of comparison.results.entries()) {
      for (const [j, { reported, best }] of cells.entries()) {
        const expected =
          reported === null ? "--" : best ? `\\textbf{${reported}}` : `\\underline{${reported}}`;
        expect(rows[j][i + 1]).toBe(expected);
      }
    }
    expect(comparison.table.rowCount).toBe(3);
  });

  it("list submissions from every side, and name the side", async () => {
    const data = await service.data(`{
      submissions(first: 2, where: { described: { is: true } }) { nodes { slug } table(format: CSV, columns: [SLUG]) { text caption notes } }
      lossFunction(ref: "ArcFace") { submissions { table(format: TSV) { caption } } }
      organisation(ref: "Video++") { submissions { table(format: TSV) { caption fileName } } }
      benchmark(ref: "MegaFace") { submissions { table(format: TSV) { caption } } }
      leaderboard(ref: "megaface-identification") { unranked { table(format: TSV) { caption text } } }
    }`);
    const { nodes, table } = data.submissions;
    expect(parse(table.text)).toEqual([["slug"], ...nodes.map(({ slug }: { slug: string }) => [slug])]);
    expect(table.notes[0]).toBe("Only rows that fulfil a filter.");
    expect(table.notes[1]).toMatch(/^Rows listed: 2 of \d+\.$/);
    expect(data.lossFunction.submissions.table.caption).toBe("Submissions with a claim on ArcFace.");
    expect(data.organisation.submissions.table.caption).toBe("Submissions of Video++.");
    expect(data.organisation.submissions.table.fileName).toBe("submissions-of-video.tsv");
    expect(data.benchmark.submissions.table.caption).toBe("Submissions to MegaFace.");
    expect(data.leaderboard.unranked.table.caption).toBe(
      "Submissions without a value on MegaFace identification, Set 1.",
    );
  });

  it.each([
    ["ranking(first: 1) { table(format: CSV, columns: []) { text } }", "columns"],
    ["ranking(first: 1) { table(format: CSV, columns: [RANK, RANK]) { text } }", "columns"],
    ['ranking(first: 1) { table(format: CSV, caption: " ") { text } }', "caption"],
    ['ranking(first: 1) { table(format: CSV, label: "a b{") { text } }', "label"],
    [
      'ranking(first: 1) { table(format: CSV, values: [{ leaderboard: "none" }]) { text } }',
      "values[0].leaderboard",
    ],
    [
      'ranking(first: 1) { table(format: CSV, values: [{ leaderboard: "megaface-verification", split: "z" }]) { text } }',
      "values[0].split",
    ],
    [
      'ranking(first: 1) { table(format: CSV, values: [{ leaderboard: "megaface-verification" }, { leaderboard: "MegaFace verification", split: "set-1" }]) { text } }',
      "values",
    ],
    ["statistics(groupBy: YEAR) { table(format: CSV, decimals: 11) { text } }", "decimals"],
    ["ranking(first: 501) { table(format: CSV) { text } }", "first"],
  ])("refuse %s", async (field, argument) => {
    const { errors } = await service.ask(`{ leaderboard(ref: "megaface-identification") { ${field} } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0].extensions).toMatchObject({ argument });
    expect(service.logged).toEqual([]);
  });

  it("read no rows when no text is asked for", async () => {
    const query = (fields: string) => `{ submissions(first: 5) { table(format: CSV) { ${fields} } } }`;
    const { statements: few } = await service.ask(query("caption"));
    const { statements: more } = await service.ask(query("text"));
    expect(more.length).toBeGreaterThan(few.length);
    expect(few.filter((text) => text.includes("loss_function_claim"))).toEqual([]);
  });
});
