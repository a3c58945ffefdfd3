import { spawn } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { lineLog } from "../../src/common/log";
import { poolOf } from "../../src/db/database";
import { refreshKeptIfIdle } from "../../src/domain/kept/kept.commands";
import { openStore } from "../../src/graph/open-store";
import { generatedBundle } from "./generated-bundle";

const root = path.join(__dirname, "../../..");

interface Run {
  what: string;
  seconds: number;
  /** Most memory that node held at once, in MB. */
  megabytes: number;
  created: number;
  changed: number;
}

/** Runs the command line as its users do, and watches how much memory it holds. */
async function scoregraph(what: string, args: string[], dataFolder: string): Promise<Run> {
  const started = Date.now();
  const child = spawn(process.execPath, [path.join(root, "dist/src/cli/main.js"), ...args, "--json"], {
    env: { ...process.env, DATA_FOLDER: dataFolder, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid as number));
  }, 100);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${what} ended with ${code}: ${output}`);
  return {
    what,
    seconds: (Date.now() - started) / 1_000,
    megabytes: Math.round(peak / 1_000),
    created: JSON.parse(output).total.created,
    changed: JSON.parse(output).total.changed,
  };
}

/** The largest resident memory of a process so far, in kB, as Linux tells it. */
function peakMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Writes a bundle, the value of whose last score is another one when `changed`. */
async function writeBundle(file: string, scores: number, changed = false): Promise<void> {
  let left = scores;
  const lines = Readable.from(generatedBundle({ scores })).map((line: string) => {
    if (!line.startsWith('{"scores"')) return line;
    left -= 1;
    return changed && left === 0 ? line.replace(/"test":"[^"]*"/, `"test":"99.990"`) : line;
  });
  await pipeline(lines, createWriteStream(file));
}

/** How long it takes to keep the rankings and groups of splits anew, in milliseconds for each of them. */
async function refreshTimes(dataFolder: string): Promise<string[]> {
  const store = await openStore(
    { url: undefined, dataFolder },
    lineLog(() => {}),
  );
  const pool = poolOf(store.dataSource);
  const time = async (where: string) => {
    const { rowCount: splits } = await pool.query(`DELETE FROM kept_split ${where}`);
    const begun = performance.now();
    await refreshKeptIfIdle(pool);
    const ms = performance.now() - begun;
    return `${splits} changed: ${ms.toFixed(0)} ms, ${(ms / Number(splits)).toFixed(1)} ms each`;
  };
  try {
    await time("");
    return [await time("WHERE split_id = (SELECT min(split_id) FROM kept_split)"), await time("")];
  } finally {
    await store.close();
  }
}

/** Imports generated scores into an empty embedded database, the same again, and a copy with one score changed. */
async function main(): Promise<void> {
  const scores = Number(process.argv[2] ?? 1_000_000);
  const folder = mkdtempSync(path.join(tmpdir(), "scoregraph-bench-"));
  // Where root runs it, the server of the data is another user, who must be able to read them.
  chmodSync(folder, 0o755);
  try {
    const [file, copy] = ["generated.jsonl", "changed.jsonl"].map((name) => path.join(folder, name));
    await writeBundle(file, scores);
    await writeBundle(copy, scores, true);
    const data = path.join(folder, "data");
    const megabytes = Math.round(statSync(file).size / 1e6);
    const what = `import of ${scores.toLocaleString("en-US")} scores (${megabytes} MB)`;
    const runs = [
      await scoregraph(what, ["import", "bundle", file], data),
      await scoregraph("the same file again", ["import", "bundle", file], data),
      await scoregraph("a copy with one score changed", ["import", "bundle", copy], data),
    ];
    process.stdout.write(
      "| what | seconds | scores a second | most memory of node, MB | rows created | changed |\n|---|--:|--:|--:|--:|--:|\n",
    );
    for (const { what, seconds, megabytes, created, changed } of runs) {
      const rate = Math.round(scores / seconds).toLocaleString("en-US");
      process.stdout.write(
        `| ${what} | ${seconds.toFixed(1)} | ${rate} | ${megabytes} | ${created.toLocaleString("en-US")} | ${changed} |\n`,
      );
    }
    for (const line of await refreshTimes(data)) {
      process.stdout.write(`Rankings and groups of splits kept anew, ${line}.\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
