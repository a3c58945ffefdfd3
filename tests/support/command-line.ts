import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

/** Names the folder that the program is compiled to, once for all test files. */
export const PROGRAM_VARIABLE = "SCOREGRAPH_TEST_PROGRAM";

const root = path.join(__dirname, "../..");

/** How a command ended, and what it wrote. */
export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** A command that runs. */
export interface Running {
  child: ChildProcess;
  ended: Promise<Ran>;
}

/** Compiles the program unless another test file has done it already; gives its main file. */
export function compiledProgram(): string {
  const folder = process.env[PROGRAM_VARIABLE] as string;
  const built = path.join(folder, "built");
  if (!existsSync(built)) {
    const draft = path.join(folder, randomBytes(4).toString("hex"));
    execFileSync(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), "--outDir", draft], {
      cwd: root,
      stdio: "inherit",
    });
    for (const name of ["node_modules", "package.json", "seeds"]) {
      symlinkSync(path.join(root, name), path.join(draft, name));
    }
    try {
      renameSync(draft, built);
    } catch {
      // Another test file was faster.
      rmSync(draft, { recursive: true });
    }
  }
  return path.join(built, "src/cli/main.js");
}

const running = new Set<ChildProcess>();

/** Ends commands that a test left running. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts the command line as its users do; its output goes to `stdout`, an open file, or is kept. */
export function start(
  args: readonly string[],
  env: Record<string, string> = {},
  stdout: number | "pipe" = "pipe",
): Running {
  const child = spawn(process.execPath, [compiledProgram(), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ["ignore", stdout, "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const text = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (piece) => {
    text.out += piece;
  });
  child.stderr?.setEncoding("utf8").on("data", (piece) => {
    text.err += piece;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, ...text }));
  });
  return { child, ended };
}

/** Runs a command to its end. */
export function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return start(args, env).ended;
}
