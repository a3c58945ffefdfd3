import { TableFormat } from "../../../src/common/table-format";
import { latexAddress, latexLabel, latexNumber, latexText } from "../../../src/exporters/tables/latex-text";
import { column, NASTY_NAMES, number, table, textOf } from "../../support/table";

describe("texts in LaTeX", () => {
  it.each([
    ["Video++", "Video++"],
    ["FUDAN-CS_SDS", "FUDAN-CS\\_SDS"],
    ["a & b % c # d $ e", "a \\& b \\% c \\# d \\$ e"],
    ["{x}~y^z\\w", "\\{x\\}\\textasciitilde{}y\\textasciicircum{}z\\textbackslash{}w"],
    ["\\begin{x}", "\\textbackslash{}begin\\{x\\}"],
    ['say "x"', "say {\\char34}x{\\char34}"],
    ["<b> | `c`", "\\textless{}b\\textgreater{} \\textbar{} \\textasciigrave{}c\\textasciigrave{}"],
    ["[5pt] *", "{[}5pt{]} {*}"],
    ["a--b ''c'' ,,d", "a-{}-b '{}'c'{}' ,{},d"],
    ["a\r\n\n b\tc", "a b c"],
    ["±0.1 × α → ∞ ²³ ₁", "$\\pm$0.1 $\\times$ $\\alpha$ $\\rightarrow$ $\\infty$ $^{2}$$^{3}$ $_{1}$"],
    ["– — “q” ’ …", "-- --- ``q'' ' \\ldots{}"],
    ["café Škoda Łódź", "café Škoda Łódź"],
    ["Nguyễn Ạ", "Nguy\\~{\\^{e}}n \\d{A}"],
    ["人脸 אבג", "人脸 אבג"],
    ["\u202Ex\u200B\u0007", "x"],
    ["e\u0301", "é"],
  ])("%s", (given, expected) => expect(latexText(given)).toBe(expected));

  it("have no character left that would mean something", () => {
    const all = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("x");
    const bare = latexText(all)
      .replace(/\\(text[a-z]+|char34|[&%$#_{}])/g, "")
      .replaceAll("{}", "")
      .replace(/\{([[\]*]?)\}/g, "");
    expect(bare).not.toMatch(/[&%$#_{}~^\\"<>|[\]*`]/);
  });

  it("numbers have a minus, and keep their digits", () => {
    expect(latexNumber("-0.50")).toBe("$-$0.50");
    expect(latexNumber("70.0")).toBe("70.0");
  });

  it("labels and addresses can stand within commands", () => {
    expect(latexLabel("tab:a_b{c}\\d é")).toBe("tab:a-b-c-d-");
    expect(latexAddress("https://x.org/~a/b_c?d=1&e=%20#f{g}^")).toBe(
      "https://x.org/\\%7Ea/b\\_c?d=1\\&e=\\%20\\#f\\%7Bg\\%7D\\%5E",
    );
  });
});

const COLUMNS = [
  column("rank", { heading: "Place", kind: "rank", align: "right" }),
  column("name", { heading: "Name & more" }),
  column("value", { heading: "Rate (%)", kind: "number", align: "right", better: "higher" }),
  column("losses", { heading: "Loss", kind: "list" }),
];

const MARKS = [
  { key: "CITED", sign: "c", meaning: "only cited" },
  { key: "VAGUE", sign: "v", meaning: "vague" },
];

const ROWS = [
  [
    { text: "1" },
    { text: "Video++" },
    number("70.0"),
    { items: [{ text: "A_1", marks: ["CITED"] }, { text: "B" }] },
  ],
  [{ text: "1" }, { text: "100 %" }, number("70"), null],
  [{ text: "3" }, { text: "x" }, number("69.50"), { items: [] }],
  [{ text: "–" }, { text: "y" }, null, null],
];

test("a LaTeX table, whole", async () => {
  const notes = ["Rule & date."];
  const text = await textOf(
    TableFormat.LATEX,
    table(COLUMNS, ROWS, { caption: "Faces_1", label: "tab:faces_1", notes, marks: MARKS }),
  );
  expect(text).toBe(`% Needs \\usepackage{booktabs} and \\usepackage[T1]{fontenc}.
% Letters of other scripts are kept as they are: with them, compile with LuaLaTeX or XeLaTeX and a font that has them.
\\begin{table}
\\centering
\\caption{Faces\\_1}
\\label{tab:faces-1}
\\begin{tabular}{rlrl}
\\toprule
Place & Name \\& more & Rate (\\%) & Loss \\\\
\\midrule
1 & Video++ & \\textbf{70.0} & A\\_1\\textsuperscript{c}, B \\\\
1 & 100 \\% & \\textbf{70} & -- \\\\
3 & x & \\underline{69.50} & -- \\\\
-- & y & -- & -- \\\\
\\bottomrule
\\end{tabular}
\\par\\smallskip
\\begin{minipage}{\\linewidth}\\footnotesize
Rule \\& date.\\par
Of the rows listed, the best value is bold, the second best is underlined; equal ones alike.\\par
A dash: not known.\\par
\\textsuperscript{c}~only cited
\\end{minipage}
\\end{table}
`);
});

test("many rows, or nobody knows how many, go over several pages", async () => {
  const many = Array.from({ length: 41 }, () => ROWS[0]);
  for (const each of [table(COLUMNS, many), table(COLUMNS, ROWS, { rowCount: null })]) {
    const text = await textOf(TableFormat.LATEX, each);
    expect(text).toContain("\\usepackage{longtable}");
    expect(text).toMatch(/\\begin\{longtable\}\{rlrl\}\n\\caption\{Test\}\\label\{tab:test\}\\\\\n/);
    expect(text).not.toContain("\\begin{table}");
    expect(text).toMatch(
      /\\end\{longtable\}\n\\begingroup\\footnotesize\\parindent=0pt\n[\s\S]*\\par\\endgroup\n$/,
    );
    expect(text.match(/\\toprule/g)).toHaveLength(2);
  }
});

test("every nasty name has its row on one line, in braces that match", async () => {
  const text = await textOf(
    TableFormat.LATEX,
    table(
      [column("a"), column("b")],
      NASTY_NAMES.map((name) => [{ text: name }, { text: name }]),
    ),
  );
  const body = text.split("\\midrule\n")[1].split("\n\\bottomrule")[0].split("\n");
  expect(body).toHaveLength(NASTY_NAMES.length);
  for (const line of body) {
    expect(line.replace(/\\[&%$#_{}]/g, "").match(/&/g)).toHaveLength(1);
    expect(line.endsWith(" \\\\")).toBe(true);
    const braces = line.replace(/\\[{}]/g, "").replace(/[^{}]/g, "");
    let depth = 0;
    for (const brace of braces) {
      depth += brace === "{" ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  }
});

test("addresses of the web become links, others do not", async () => {
  const text = await textOf(
    TableFormat.LATEX,
    table(
      [column("source", { kind: "link" })],
      [[{ text: "A_1", url: "https://x.org/a_b#c" }], [{ text: "B", url: "javascript:alert(1)" }]],
    ),
  );
  expect(text).toContain("\\usepackage{hyperref}");
  expect(text).toContain("\\href{https://x.org/a\\_b\\#c}{A\\_1} \\\\\nB \\\\");
});
