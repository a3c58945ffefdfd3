// Sends the agreed queries to a running service by HTTP and compares the answers: node tests/contract/replay.js URL
const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "queries");

function same(got, wanted) {
  if (typeof wanted === "number") return typeof got === "number" && Math.abs(got - wanted) < 0.00005;
  if (wanted === null || typeof wanted !== "object") return got === wanted;
  if (got === null || typeof got !== "object" || Array.isArray(got) !== Array.isArray(wanted)) return false;
  const keys = Object.keys(wanted);
  return keys.length === Object.keys(got).length && keys.every((key) => same(got[key], wanted[key]));
}

async function main(url) {
  let wrong = 0;
  const files = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
  for (const file of files) {
    const query = readFileSync(path.join(folder, file), "utf8");
    const wanted = JSON.parse(readFileSync(path.join(folder, file.replace(".graphql", ".json")), "utf8"));
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const answer = await response.json();
    if (!answer.errors && same(answer.data, wanted)) continue;
    wrong += 1;
    console.error(`${file}: ${JSON.stringify(answer).slice(0, 500)}`);
  }
  console.log(`${files.length - wrong} of ${files.length} queries were answered as agreed`);
  return files.length > 0 && wrong === 0 ? 0 : 1;
}

main(process.argv[2]).then((code) => {
  process.exitCode = code;
});
