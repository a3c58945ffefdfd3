import { parse } from "csv-parse/sync";
import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { latexRows, NASTY_NAMES, RANKING_TABLE } from "../support/table";
import { startTestService, type TestService } from "../support/test-service";

describe("tables of names and numbers that are hard", () => {
  let service: TestService;
  const slugs = NASTY_NAMES.map((_, i) => `nasty-${i}`);
  const values = ["0.10000000000000000001", "0.1", "0.10", "0.2", "5", "5.0", "6", "7", "8", "9"];
  beforeAll(async () => {
    service = await startTestService("empty");
    const lower = leaderboard("errors", { direction: MetricDirection.LOWER_IS_BETTER, unit: "s" });
    const unknown = leaderboard("unsaid", { direction: MetricDirection.UNKNOWN });
    await loadRecords(
      service.dataSource,
      records({
        metrics: [...lower.metrics, ...unknown.metrics],
        leaderboards: [...lower.leaderboards, ...unknown.leaderboards],
        submissions: NASTY_NAMES.map((name, i) => submission(name.replace(/\s+/g, " "), { slug: slugs[i] })),
        scores: slugs.flatMap((slug, i) => [
          score(slug, "errors", { a: values[i] }),
          ...(i < 2 ? [score(slug, "unsaid", { a: "1.50" })] : []),
        ]),
      }),
    );
  });
  afterAll(() => service.close());

  it("decide on exact decimals, the lower the better, ties alike", async () => {
    const { ranking } = (
      await service.data(RANKING_TABLE, { board: "errors", first: 50, format: "LATEX", columns: ["VALUE"] })
    ).leaderboard;
    const cells = latexRows(ranking.table.text).map(([cell]) => cell);
    // Of equals, the order is that of the names.
    expect([...cells.slice(0, 2).sort(), ...cells.slice(2)]).toEqual([
      "\\textbf{0.10}",
      "\\textbf{0.1}",
      "\\underline{0.10000000000000000001}",
      "0.2",
      "5",
      "5.0",
      "6",
      "7",
      "8",
      "9",
    ]);
  });

  it("keep every name in data formats, but for an apostrophe that can be left out", async () => {
    const query = `query ($guard: Boolean!) { submissions(first: 50) { nodes { label }
      csv: table(format: CSV, columns: [SUBMISSION], guardFormulas: $guard) { text }
      lines: table(format: JSON_LINES, columns: [SUBMISSION]) { text } } }`;
    const { submissions } = await service.data(query, { guard: false });
    const labels = submissions.nodes.map(({ label }: { label: string }) => label);
    expect(labels).toHaveLength(NASTY_NAMES.length);
    expect(parse(submissions.csv.text).slice(1)).toEqual(labels.map((label: string) => [label]));
    const lines = submissions.lines.text.trimEnd().split("\n");
    expect(lines.map((line: string) => JSON.parse(line).submission)).toEqual(labels);
    const guarded = (await service.data(query, { guard: true })).submissions;
    const changed = parse(guarded.csv.text)
      .slice(1)
      .filter(([label]: string[]) => !labels.includes(label));
    expect(changed).toEqual([[`'=HYPERLINK("http://evil")`]]);
  });

  it("mark nothing where nobody says which values are better, and have a dash for what is missing", async () => {
    const { submissions } = await service.data(
      `{ submissions(first: 50, orderBy: { field: SCORE, leaderboard: "unsaid" }) {
        table(format: LATEX, columns: [SLUG], values: [{ leaderboard: "unsaid" }]) { text } } }`,
    );
    const cells = latexRows(submissions.table.text).map(([, cell]) => cell);
    expect(cells).toEqual(["1.50", "1.50", ...slugs.slice(2).map(() => "--")]);
    expect(submissions.table.text).not.toMatch(/best value/);
    expect(submissions.table.text).toContain("unsaid metric (\\%): no source says which values are better.");
  });

  it("say who decided the direction", async () => {
    const { leaderboard: board } = await service.data(
      `{ leaderboard(ref: "unsaid") { ranking(direction: HIGHER_IS_BETTER) { table(format: MARKDOWN) { notes text } } } }`,
    );
    expect(board.ranking.table.notes[0]).toBe(
      "unsaid metric (%): higher is better, as assumed here, for no source says it.",
    );
    expect(board.ranking.table.text.match(/\*\*1\.50\*\*/g)).toHaveLength(2);
  });
});
