// Runs the documented imports of published sets, beside a running service, and asks it the documented questions.
// node .ci/real-files.js SERVICE_URL FOLDER_OF_SETS
const { execFileSync } = require("node:child_process");
const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");

const [url, sets] = process.argv.slice(2);
const docs = readFileSync(path.join(__dirname, "../docs/importing.md"), "utf8");

/** Where the paths of the documentation lie here; of the task files, the one that is invalid on purpose is left out. */
const FOLDERS = {
  "pytorch-image-models/results": [`${sets}/timm`],
  "face/tables": [`${sets}/face/tables`],
  robustbench: [`${sets}/robustbench`],
  openmmlab: [`${sets}/openmmlab`],
  "sota-extractor/data/tasks": readdirSync(`${sets}/sota-extractor`)
    .filter((name) => name.endsWith(".json") && !name.includes("invalid"))
    .map((name) => `${sets}/sota-extractor/${name}`),
};

function scoregraph(args) {
  const cli = path.join(__dirname, "../dist/src/cli/main.js");
  const options = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] };
  return JSON.parse(execFileSync(process.execPath, [cli, ...args, "--json"], options));
}

function expectEqual(what, found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  }
  console.log(`${what}: ${JSON.stringify(found)}`);
}

async function ask(query) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function main() {
  const number = (text) => Number(text.replaceAll(",", ""));
  const counts = [...docs.matchAll(/^\| [^|]+\| +(\d+) \| +([\d,]+) \| +([\d,]+) \|$/gm)].map(
    ([, files, submissions, scores]) => [files, submissions, scores].map(number),
  );
  const commands = [...docs.matchAll(/^npx scoregraph (import (?:csv|model-index|paperswithcode) .*)$/gm)];
  expectEqual("documented sets", [commands.length, counts.length], [5, 5]);
  for (const [i, [, command]] of commands.entries()) {
    const args = command.split(" ").flatMap((word) => FOLDERS[word] ?? [word]);
    const { files, changes, total } = scoregraph(args);
    const found = [files.length, changes.submission.created, changes.score.created];
    expectEqual(command, found, counts[i]);
    const again = scoregraph(args);
    const { created, changed, removed } = again.total;
    expectEqual("  the same again", [again.id, created, changed, removed], [null, 0, 0, 0]);
    if (total.created < found[1] + found[2]) throw new Error("fewer rows than submissions and scores");
  }
  const page = scoregraph([
    "import",
    "megaface-page",
    `${sets}/../sources/megaface-results-page.txt`,
    "--create",
  ]);
  const { created, changed, removed, unchanged } = page.changes.score;
  expectEqual(
    "the MegaFace page over the default data",
    [created, changed, removed, unchanged],
    [0, 0, 0, 276],
  );

  const [best, losses] = [...docs.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query);
  const { ranking } = (await ask(best)).leaderboard;
  const [first] = ranking.nodes;
  expectEqual(
    "ResNet-50 on ImageNet",
    [ranking.totalCount, first.score.reported, first.submission.name],
    [31, "81.240", "resnet50.a1_in1k"],
  );
  const { nodes } = (await ask(losses)).leaderboard.statistics;
  expectEqual(
    "groups of losses on LFW, the best first",
    nodes.length > 3 && nodes[0].max >= nodes[1].max,
    true,
  );
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
