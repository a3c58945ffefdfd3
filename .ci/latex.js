// Compiles the LaTeX tables of the default data, of a running service: node .ci/latex.js SERVICE_URL [FOLDER]
// The document stays in FOLDER, where one is given. Without pdflatex nothing is compiled, and it ends with 3.
const { spawnSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");

const MISSING = 3;
const [url, kept] = process.argv.slice(2);
const BOARDS = ["megaface-identification", "megaface-verification"];
const SPLITS = ["set-1", "set-2", "set-3"];

/** What names can have in them, but for scripts that need other fonts than pdfLaTeX has. */
const CAPTION =
  "Video++ & 100 % #1 _a_ {b} ~c^d\\e $f$ <g> | `h` \"i\" 'j' [k] *l* a--b Škoda café Nguyễn Łódź ±1 × α Ω² – — “q” … © €";

const FACTS =
  "ORGANISATIONS, SUBMITTED_ON, LOSS_FUNCTIONS, BACKBONES, TRAINING_DATASETS, TRAINING_SCALE, TEST_SET_CLEANING, SOURCE";
const BASES = "basis: [STATED, INHERITED, CITED, VAGUE, MENTIONED]";

const QUERY = `query ($board: String!, $split: String!, $caption: String!) {
  leaderboard(ref: $board) {
    whole: ranking(split: $split, first: 100) { table(format: LATEX, caption: $caption) { text } }
    top: ranking(split: $split, first: 20) {
      table(format: LATEX, columns: [RANK, OVERALL_RANK, SUBMISSION, VALUE, UNCERTAINTY, BEHIND_LEADER, ${FACTS}], ${BASES},
        values: [{ leaderboard: "megaface-identification" }, { leaderboard: "megaface-verification" }]) { text } }
    groups: statistics(split: $split, groupBy: LOSS_FAMILY, first: 100) { table(format: LATEX) { text } }
  }
  submissions(first: 100) { table(format: LATEX, columns: [SUBMISSION, SUMMARY, CITED_PAPERS, ${FACTS}], ${BASES}) { text } }
  comparison(refs: ["Video++", "Fudan University - FUDAN-CS_SDS", "Beijing Faceall Co. & BUPT(iBug cleaned)"]) {
    table(format: LATEX, columns: [SUBMISSION, VALUES, OVERALL_RANKS]) { text } } }`;

async function ask(variables) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: QUERY, variables: { caption: CAPTION, ...variables } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** All tables, each label once. */
async function tables() {
  const texts = [];
  for (const board of BOARDS) {
    for (const split of SPLITS) {
      const { leaderboard, submissions, comparison } = await ask({ board, split });
      texts.push(...Object.values(leaderboard).map(({ table }) => table.text));
      if (texts.length === 3) texts.push(submissions.table.text, comparison.table.text);
    }
  }
  return texts.map((text, i) => text.replace(/\\label\{[^}]*\}/, (label) => `${label.slice(0, -1)}-${i}}`));
}

function documentOf(texts) {
  return `\\documentclass[a3paper,landscape]{article}
\\usepackage[T1]{fontenc}
\\usepackage{booktabs,longtable}
\\usepackage{hyperref}
\\begin{document}
${texts.join("\\clearpage\n")}\\end{document}
`;
}

/** The columns of long tables, and references, have their places after several runs only. */
const RUNS = 3;

function compile(folder) {
  const options = ["-halt-on-error", "-interaction=nonstopmode", "-no-shell-escape", "tables.tex"];
  const run = () => spawnSync("pdflatex", options, { cwd: folder, stdio: "ignore" });
  let { error, status } = run();
  for (let i = 1; i < RUNS && status === 0; i += 1) ({ error, status } = run());
  if (error?.code === "ENOENT") {
    console.error(
      "There is no pdflatex here: nothing was compiled. Debian has it in texlive-latex-recommended.",
    );
    return MISSING;
  }
  if (status !== 0) {
    const log = readFileSync(path.join(folder, "tables.log"), "latin1");
    console.error(log.slice(Math.max(0, log.search(/^!/m))).slice(0, 2000));
    return 1;
  }
  return 0;
}

async function main() {
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), "scoregraph-latex-"));
  try {
    mkdirSync(folder, { recursive: true });
    const texts = await tables();
    writeFileSync(path.join(folder, "tables.tex"), documentOf(texts));
    process.exitCode = compile(folder);
    if (process.exitCode === 0) console.log(`${texts.length} tables compiled.`);
  } finally {
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
