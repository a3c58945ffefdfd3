// Has the bibliographies of the default data, of a running service, read by bibtex and biber, and its CSV by Python:
// node .ci/bibliographies.js SERVICE_ORIGIN [FOLDER]
// The files stay in FOLDER, where one is given. Without one of the programs what it reads is left out, and it ends with 3.
const { spawnSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");

const MISSING = 3;
const [origin, kept] = process.argv.slice(2);

/** What is not known of a work is left out, which a style may miss: that is no fault. */
const UNKNOWN =
  /^Warning--empty (author|year|journal|booktitle|publisher|institution)|^WARN - Datamodel: .*: Missing mandatory field/;

const ROLES = "papers=CITED,INTRODUCING";
const BIBLIOGRAPHIES = [
  ["papers", `papers`],
  ["ranking", `rankings/megaface-identification`],
  ["submissions", `submissions`],
];
const COLUMNS =
  "SUBMISSION,ORGANISATIONS,SUBMITTED_ON,LOSS_FUNCTIONS,BACKBONES,TRAINING_DATASETS,SUMMARY,CITED_PAPERS,SOURCE";
const TABLES = [
  ["ranking", `rankings/megaface-identification`, ""],
  ["submissions", "submissions", `?columns=${COLUMNS}&basis=STATED,INHERITED,CITED,VAGUE,MENTIONED`],
  ["statistics", "statistics/megaface-verification", "?groupBy=LOSS_FAMILY"],
];

async function file(address) {
  const response = await fetch(`${origin}/export/${address}`);
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
  return response.text();
}

async function ask(query, variables) {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** What can be cited by itself: submissions, the data, a kept answer. */
async function ownEntries(format) {
  const { submissions, meta } = await ask(
    `query ($format: BibliographyFormat!) { submissions(first: 100) { nodes { citeAs(format: $format) { text } } } meta { citeAs(format: $format) { text } } }`,
    { format },
  );
  const { keepAnswer } = await ask(
    `mutation ($format: BibliographyFormat!) { keepAnswer(query: "query A_B { benchmarks { totalCount } }") { citeAs(format: $format) { text } } }`,
    { format },
  );
  return [...submissions.nodes, meta, keepAnswer].map(({ citeAs }) => citeAs.text).join("\n");
}

/** Runs a program on what is in the folder; undefined where there is none of that name. */
function run(program, args, cwd) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (error?.code !== "ENOENT") return { status, text: `${stdout}${stderr}` };
  console.error(`There is no ${program} here: what it reads was left out.`);
  process.exitCode ||= MISSING;
  return undefined;
}

function fail(what, text) {
  console.error(`${what}\n${text.slice(0, 4000)}`);
  process.exitCode = 1;
}

function byBibtex(folder, name) {
  const aux = `\\citation{*}\n\\bibstyle{plain}\n\\bibdata{${name}}\n`;
  writeFileSync(path.join(folder, `${name}.aux`), aux);
  const ran = run("bibtex", [name], folder);
  if (!ran) return;
  const warnings = ran.text.split("\n").filter((line) => line.startsWith("Warning--") && !UNKNOWN.test(line));
  if (ran.status !== 0 || warnings.length > 0) fail(`bibtex does not like ${name}.bib:`, ran.text);
  else console.log(`bibtex read ${name}.bib.`);
}

function byBiber(folder, name) {
  const args = ["--tool", "--validate-datamodel", `--output-file=${name}.read`, `${name}.bib`];
  const ran = run("biber", args, folder);
  if (!ran) return;
  const told = ran.text.split("\n").filter((line) => /^(WARN|ERROR)/.test(line) && !UNKNOWN.test(line));
  if (ran.status !== 0 || told.length > 0)
    fail(`biber does not like ${name}.bib:`, told.join("\n") || ran.text);
  else console.log(`biber read ${name}.bib.`);
}

async function main() {
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), "scoregraph-bibliographies-"));
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, address] of BIBLIOGRAPHIES) {
      const parameters = address === "papers" ? "" : `?${ROLES}`;
      write(`${name}.bib`, await file(`${address}.bib${parameters}`));
      write(`${name}-biblatex.bib`, await file(`${address}.biblatex${parameters}`));
    }
    write("own.bib", await ownEntries("BIBTEX"));
    write("own-biblatex.bib", await ownEntries("BIBLATEX"));
    for (const name of [...BIBLIOGRAPHIES.map(([name]) => name), "own"]) {
      byBibtex(folder, name);
      byBiber(folder, `${name}-biblatex`);
    }
    for (const [name, address, parameters] of TABLES) {
      write(`${name}.csv`, await file(`${address}.csv${parameters}`));
      write(`${name}.jsonl`, await file(`${address}.jsonl${parameters}`));
      const ran = run(
        "python3",
        [path.join(__dirname, "read-csv.py"), `${name}.csv`, `${name}.jsonl`],
        folder,
      );
      if (ran?.status === 0) console.log(`python3 read ${name}.csv: ${ran.text.trim()}`);
      else if (ran) fail(`python3 does not like ${name}.csv:`, ran.text);
    }
  } finally {
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
