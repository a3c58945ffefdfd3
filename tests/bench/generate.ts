import { generatedBundle } from "./generated-bundle";

/** Writes a generated bundle to standard output: `node dist/tests/bench/generate.js SCORES [SEED]`. */
async function main(): Promise<void> {
  const [scores = "1000000", seed = "1"] = process.argv.slice(2);
  let chunk = "";
  for (const line of generatedBundle({ scores: Number(scores), seed: Number(seed) })) {
    chunk += line;
    if (chunk.length < 1 << 20) continue;
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    chunk = "";
  }
  process.stdout.write(chunk);
}

void main();
