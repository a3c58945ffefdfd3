import { TableFormat } from "../../../src/common/table-format";
import { safeFileName } from "../../../src/exporters/tables/file-name";
import { htmlText } from "../../../src/exporters/tables/html";
import { markdownLine } from "../../../src/exporters/tables/markdown";
import { column, NASTY_NAMES, number, table, textOf } from "../../support/table";

const COLUMNS = [
  column("name", { heading: "Name <&>", namesRow: true }),
  column("value", { heading: "Rate", kind: "number", align: "right", better: "lower" }),
  column("losses", { heading: "Loss", kind: "list" }),
  column("source", { heading: "Source", kind: "link" }),
];

const MARKS = [{ key: "CITED", sign: "c", meaning: "only <cited>" }];

const ROWS = [
  [
    { text: "a|b" },
    number("1.50"),
    { items: [{ text: "A_1", marks: ["CITED"] }] },
    { text: "P", url: "https://x.org/a_b?c=1&d=(2)" },
  ],
  [{ text: "<i>" }, number("1.5"), null, { text: "Q", url: "javascript:alert(1)" }],
  [{ text: "אבג" }, number("2"), { items: [] }, null],
  [{ text: "x" }, null, null, null],
];

const TABLE = table(COLUMNS, ROWS, {
  caption: "Faces | <1>",
  label: "tab:faces",
  notes: ["Rule."],
  marks: MARKS,
});

test("an HTML table, whole", async () => {
  expect(await textOf(TableFormat.HTML, TABLE)).toBe(`<table id="tab:faces">
<caption><bdi>Faces | &lt;1&gt;</bdi></caption>
<thead>
<tr><th scope="col">Name &lt;&amp;&gt;</th><th scope="col" style="text-align:right">Rate</th><th scope="col">Loss</th><th scope="col">Source</th></tr>
</thead>
<tbody>
<tr><th scope="row"><bdi>a|b</bdi></th><td style="text-align:right"><strong>1.50</strong></td><td><bdi>A_1</bdi><sup>c</sup></td><td><a href="https://x.org/a_b?c=1&amp;d=(2)"><bdi>P</bdi></a></td></tr>
<tr><th scope="row"><bdi>&lt;i&gt;</bdi></th><td style="text-align:right"><strong>1.5</strong></td><td>–</td><td><bdi>Q</bdi></td></tr>
<tr><th scope="row"><bdi>אבג</bdi></th><td style="text-align:right"><u>2</u></td><td>–</td><td>–</td></tr>
<tr><th scope="row"><bdi>x</bdi></th><td style="text-align:right">–</td><td>–</td><td>–</td></tr>
</tbody>
<tfoot>
<tr><td colspan="4">Rule.<br>
Of the rows listed, the best value is bold, the second best is underlined; equal ones alike.<br>
A dash: not known.<br>
<sup>c</sup> only &lt;cited&gt;</td></tr>
</tfoot>
</table>
`);
});

test("a Markdown table, whole", async () => {
  expect(await textOf(TableFormat.MARKDOWN, TABLE)).toBe(`**Faces \\| \\<1\\>**

| Name \\<\\&\\> | Rate | Loss | Source |
| :--- | ---: | :--- | :--- |
| a\\|b | **1.50** | A\\_1<sup>c</sup> | [P](<https://x.org/a_b?c=1&d=(2)>) |
| \\<i\\> | **1.5** | – | Q |
| אבג | *2* | – | – |
| x | – | – | – |

Rule.

Of the rows listed, the best value is bold, the second best is in italics; equal ones alike.

A dash: not known.

<sup>c</sup> only \\<cited\\>
`);
});

describe("texts for pages", () => {
  it.each([
    ["two\r\nlines\tand", "two lines and", "two lines and"],
    ["a & b", "a \\& b", "a &amp; b"],
    ["http://x.org www.x.org", "http\\://x.org www\\.x.org", "http://x.org www.x.org"],
    ["# one", "\\# one", "# one"],
    ["1. one", "1\\. one", "1. one"],
    ["a\u0000\u0007b", "ab", "ab"],
    ["\"q\" 'r'", "\"q\" 'r'", "&quot;q&quot; &#39;r&#39;"],
    ["$x$ ~y~ `z`", "\\$x\\$ \\~y\\~ \\`z\\`", "$x$ ~y~ `z`"],
  ])("%j", (given, markdown, html) => {
    expect(markdownLine(given)).toBe(markdown);
    expect(htmlText(given)).toBe(html);
  });

  it("leave every nasty name on one line of as many cells as there are columns", async () => {
    const rows = NASTY_NAMES.map((name) => [{ text: name }, { text: "1" }]);
    const of = table([column("a"), column("b")], rows);
    const lines = (await textOf(TableFormat.MARKDOWN, of)).split("\n").slice(4, 4 + NASTY_NAMES.length);
    for (const line of lines) expect(line.replace(/\\[\\|]/g, "").split("|")).toHaveLength(4);
    const html = await textOf(TableFormat.HTML, of);
    expect(html.match(/<tr><td><bdi>/g)).toHaveLength(NASTY_NAMES.length);
    expect(html).not.toMatch(/<b>|<script/);
  });
});

describe("file names", () => {
  it.each([
    ["MegaFace identification, Set 1", "megaface-identification-set-1.csv"],
    ["../../etc/passwd\u0000", "etc-passwd.csv"],
    ["Škoda & Café", "skoda-cafe.csv"],
    ["人脸识别", "table.csv"],
    ["CON", "table-con.csv"],
    ['a"; filename="b', "a-filename-b.csv"],
    ["-rf", "rf.csv"],
    ["x".repeat(300), `${"x".repeat(100)}.csv`],
  ])("%j", (name, expected) => expect(safeFileName(name, "csv")).toBe(expected));
});
