import { execFileSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { endAll, run } from "../support/command-line";
import { post } from "../support/http-client";
import { startServiceProcess } from "../support/service-process";
import { type OwnPostgres, reachableFolder, startOwnPostgres } from "./own-postgres";
import { report } from "./settings";

const DISK_MB = 480;
const LEFT_MB = 12;
const ROWS = 20_000;

const root = path.join(__dirname, "../..");
const folder = reachableFolder("scoregraph-disk-");
const disk = path.join(folder, "disk");

/** Why a small disk cannot be made here; undefined when it was made. */
function mountProblem(): string | undefined {
  try {
    execFileSync("mkdir", [disk]);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m,mode=755`, "tmpfs", disk], {
      stdio: "pipe",
    });
    return undefined;
  } catch (error) {
    return (error as Error).message.trim().split("\n").at(-1);
  }
}

const problem = mountProblem();
if (problem) process.stdout.write(`disk full: skipped, as a small disk cannot be mounted here: ${problem}\n`);

let postgres: OwnPostgres | undefined;
afterAll(async () => {
  endAll();
  await postgres?.remove();
  if (!problem) execFileSync("umount", ["-l", disk]);
  rmSync(folder, { recursive: true, force: true });
});

function resultsFile(): string {
  const file = path.join(folder, "results-imagenet.csv");
  const head = "model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation";
  const row = (n: number) =>
    `made_${n}.set_${n % 7},224,${(50 + (n % 4_000) / 100).toFixed(3)},1,2,3,4,1.000,bicubic`;
  writeFileSync(file, [head, ...Array.from({ length: ROWS }, (_, n) => row(n))].join("\n"));
  return file;
}

(problem ? test.skip : test)(
  "a disk that is full while importing: nothing is imported, the service goes on",
  async () => {
    postgres = await startOwnPostgres(path.join(disk, "data"));
    const service = await startServiceProcess(postgres.url, { ANSWER_CACHE_MB: "0" });
    const ask = () =>
      post(service.url, { query: "{ submissions { totalCount } leaderboards { totalCount } }" });
    const before = await ask();
    expect(before.status).toBe(200);

    const ballast = path.join(disk, "ballast");
    const free = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(free.bavail * free.bsize - LEFT_MB * 1024 * 1024));
    const mapping = path.join(root, "docs/formats/mappings/timm.yaml");
    const command = ["import", "csv", resultsFile(), "--mapping", mapping, "--create"];
    const failed = await run(command, { DATABASE_URL: postgres.url });
    report("disk full", { code: failed.code, said: failed.err.trim().split("\n").at(-1) });
    expect(failed.code).not.toBe(0);
    expect(failed.err).toMatch(/The disk of the database is full|connection was lost/);
    expect(failed.err).not.toMatch(/ {4}at |fault of the program/);

    rmSync(ballast);
    let after = await ask();
    for (let i = 0; i < 100 && after.status === 503; i += 1) after = await ask();
    expect(after.data).toEqual(before.data);
    const done = await run(command, { DATABASE_URL: postgres.url });
    expect(done).toMatchObject({ code: 0 });
    expect((await ask()).data.submissions.totalCount).toBe(before.data.submissions.totalCount + ROWS);
    expect((await service.stop()).code).toBe(0);
  },
);
