import { spawn } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { generatedBundle } from "./generated-bundle";

const root = path.join(__dirname, "../../..");

interface Run {
  what: string;
  seconds: number;
  /** Most memory that node held at once, in MB. */
  megabytes: number;
  created: number;
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

/** Imports generated scores into an empty embedded database, the same again, and a copy with one score changed. */
async function main(): Promise<void> {
  const scores = Number(process.argv[2] ?? 1_000_000);
  const folder = mkdtempSync(path.join(tmpdir(), "scoregraph-bench-"));
  // Where root runs it, the server of the data is another user, who must be able to read them.
  chmodSync(folder, 0o755);
  try {
    const file = path.join(folder, "generated.jsonl");
    await pipeline(Readable.from(generatedBundle({ scores })), createWriteStream(file));
    const data = path.join(folder, "data");
    const megabytes = Math.round(statSync(file).size / 1e6);
    const runs = [
      await scoregraph(
        `import of ${scores.toLocaleString("en-US")} scores (${megabytes} MB)`,
        ["import", "bundle", file],
        data,
      ),
      await scoregraph("the same file again", ["import", "bundle", file], data),
    ];
    process.stdout.write(
      "| what | seconds | scores a second | most memory of node, MB | rows created |\n|---|--:|--:|--:|--:|\n",
    );
    for (const { what, seconds, megabytes, created } of runs) {
      const rate = Math.round(scores / seconds).toLocaleString("en-US");
      process.stdout.write(
        `| ${what} | ${seconds.toFixed(1)} | ${rate} | ${megabytes} | ${created.toLocaleString("en-US")} |\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
