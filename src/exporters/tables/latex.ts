import type { Table } from "../../common/table";
import { latexAddress, latexLabel, latexNumber, latexText } from "./latex-text";
import { ReadingAid } from "./reading-aid";
import { standingRows } from "./standing";
import type { TableWriter } from "./writer";
import { type CellForm, writtenCell } from "./written-cell";

/** More rows than these go over the pages of a `longtable`; a float would be cut off. */
const MOST_ON_A_PAGE = 40;

const COMMANDS = { best: "\\textbf", second: "\\underline" };

const form: CellForm = {
  dash: "--",
  text: (text, kind) => (kind === "number" || kind === "rank" ? latexNumber(text) : latexText(text)),
  superscript: (signs) => `\\textsuperscript{${latexText(signs)}}`,
  link: (written, url) => `\\href{${latexAddress(url)}}{${written}}`,
  marked: (written, standing) => `${COMMANDS[standing]}{${written}}`,
};

/** What a document must have for the table; it stands before the table as a comment. */
function needs({ columns }: Table, long: boolean): string {
  const packages = ["booktabs", ...(long ? ["longtable"] : [])];
  if (columns.some(({ kind }) => kind === "link")) packages.push("hyperref");
  return `% Needs ${packages.map((name) => `\\usepackage{${name}}`).join(" ")} and \\usepackage[T1]{fontenc}.
% Letters of other scripts are kept as they are: with them, compile with LuaLaTeX or XeLaTeX and a font that has them.\n`;
}

/** How the table is opened and closed: as a float, or over several pages. */
function frame({ columns, caption, label }: Table, long: boolean) {
  const form = `{${columns.map(({ align }) => align[0]).join("")}}`;
  const head = `\\toprule\n${columns.map(({ heading }) => latexText(heading)).join(" & ")} \\\\\n\\midrule\n`;
  const named = `\\caption{${latexText(caption)}}${long ? "" : "\n"}\\label{${latexLabel(label)}}`;
  if (long) {
    return {
      begin: `\\begin{longtable}${form}\n${named}\\\\\n${head}\\endfirsthead\n${head}\\endhead\n\\bottomrule\n\\endlastfoot\n`,
      end: "\\end{longtable}\n",
      beginNotes: "\\begingroup\\footnotesize\\parindent=0pt\n",
      endNotes: "\\par\\endgroup\n",
    };
  }
  return {
    begin: `\\begin{table}\n\\centering\n${named}\n\\begin{tabular}${form}\n${head}`,
    end: "\\bottomrule\n\\end{tabular}\n",
    beginNotes: "\\par\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n",
    endNotes: "\\end{minipage}\n\\end{table}\n",
  };
}

/** A table with the rules of `booktabs`: the best values bold, the second best underlined. */
export const latex: TableWriter = {
  mediaType: "application/x-tex; charset=utf-8",
  extension: "tex",
  async *write(table) {
    const { columns, rowCount } = table;
    const long = rowCount === null || rowCount > MOST_ON_A_PAGE;
    const { begin, end, beginNotes, endNotes } = frame(table, long);
    const aid = new ReadingAid(table);
    yield needs(table, long) + begin;
    for await (const { cells, standings } of standingRows(table)) {
      aid.see(cells);
      const written = columns.map((column, i) => writtenCell(form, column, cells[i], table, standings[i]));
      yield `${written.join(" & ")} \\\\\n`;
    }
    const notes = [
      ...aid.notes({ best: "is bold", second: "is underlined" }).map(latexText),
      ...aid.marks.map(({ sign, meaning }) => `${form.superscript(sign)}~${latexText(meaning)}`),
    ];
    yield `${end}${beginNotes}${notes.join("\\par\n")}\n${endNotes}`;
  },
};
