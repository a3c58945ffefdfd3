// Starts the service as somebody who may do nothing else, asks it something and stops it.
const { spawn } = require("node:child_process");
const { createServer } = require("node:net");
const { setTimeout: sleep } = require("node:timers/promises");

const PATIENCE_MS = 60_000;

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function expect(what, found, wanted) {
  const [got, right] = [found, wanted].map((value) => JSON.stringify(value));
  if (got !== right) throw new Error(`${what}: ${got}, not ${right}`);
  console.log(`  ${what}: ${got}`);
}

/** Runs a command to its end, as the service is run; gives its exit code. */
function run([program, ...args], options) {
  const child = spawn(program, args, { ...options, stdio: "ignore" });
  return new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
}

async function ask(port, query) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/**
 * Starts a command, waits until `health` (a command too) ends with 0, asks, and expects SIGTERM to end it with 0.
 * `options` are those of spawn: cwd, env, uid and gid.
 */
async function tryService({ command, health, options }) {
  const port = await freePort();
  const settings = { ...options, env: { ...options.env, PORT: String(port) } };
  const child = spawn(command[0], command.slice(1), { ...settings, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject).once("exit", (code, signal) => resolve(signal ?? code));
  });
  let log = "";
  let hasEnded = false;
  void ended.then(
    () => (hasEnded = true),
    () => (hasEnded = true),
  );
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (log += piece));
  try {
    for (const end = Date.now() + PATIENCE_MS; !log.includes("Scoregraph is ready"); await sleep(100)) {
      if (hasEnded || Date.now() > end) throw new Error(`the service did not become ready:\n${log}`);
    }
    expect("exit code of the health check", await run(health, settings), 0);
    const { data } = await ask(
      port,
      '{ leaderboard(ref: "megaface-identification") { name } submissions { totalCount } }',
    );
    expect("submissions", data.submissions.totalCount, 78);
    child.kill("SIGTERM");
    expect("exit code after SIGTERM", await ended, 0);
    expect("exit code of the health check afterwards", await run(health, settings), 1);
  } catch (error) {
    console.error(log);
    throw error;
  } finally {
    child.kill("SIGKILL");
  }
}

module.exports = { expect, tryService };
