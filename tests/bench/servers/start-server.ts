import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const KEPT_OUTPUT = 4_000;

/** An interrupted run leaves no server behind. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A server in a process of its own. */
export interface RunningServer {
  url: string;
  pid: number;
  /** The last of what it has printed. */
  output(): string;
  stop(): Promise<void>;
}

export interface ServerCommand {
  command: string;
  args: string[];
  env: Record<string, string>;
}

/** Starts a server and waits for the URL of its GraphQL in its first words. Throws with what it printed when it ends instead. */
export async function startServer(
  name: string,
  { command, args, env }: ServerCommand,
): Promise<RunningServer> {
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      running.delete(child);
      resolve();
    });
  });
  let output = "";
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      const found = /(?:ready|GraphQL)\s+(http:\/\/\S+)\s/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("close", (code) =>
      reject(new Error(`${name} ended with ${code} before it was ready:\n${output}`)),
    );
  });
  const late = sleep(START_LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${name} was not ready after ${START_LIMIT_MS / 1_000} s:\n${output}`);
  });
  try {
    return {
      url: await Promise.race([url, late]),
      pid: child.pid as number,
      output: () => output,
      stop: () => end(child, ended),
    };
  } catch (error) {
    await end(child, ended);
    throw error;
  }
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null) child.kill("SIGTERM");
  const kill = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(kill);
}
