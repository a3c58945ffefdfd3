// Does the steps of deploy/Containerfile in a scratch folder, and runs what comes out as the container would be run, on a
// database of its own: node .ci/container.js URL_OF_A_POSTGRES_SERVER
const { execFileSync } = require("node:child_process");
const { mkdtempSync, rmSync, chmodSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { Client } = require("pg");
const { build } = require("./containerfile");
const { expect, tryService } = require("./try-service");

const root = path.join(__dirname, "..");
const MOST_MEGABYTES = 200;

async function onServer(server, statement) {
  const client = new Client(server);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function main(server) {
  const scratch = mkdtempSync(path.join(tmpdir(), "scoregraph-container-"));
  const database = `scoregraph_container_${process.pid}`;
  try {
    chmodSync(scratch, 0o755);
    const image = build(path.join(root, "deploy/Containerfile"), root, scratch);
    console.log(`  Node ${process.version} stands for ${image.image}`);
    const megabytes = Math.round(
      Number.parseInt(execFileSync("du", ["-sk", image.root], { encoding: "utf8" }), 10) / 1024,
    );
    expect(`at most ${MOST_MEGABYTES} MB on top of it (${megabytes})`, megabytes <= MOST_MEGABYTES, true);
    expect("runs as root", !image.uid || !image.gid, false);

    const url = new URL(server);
    url.pathname = `/${database}`;
    await onServer(server, `CREATE DATABASE ${database}`);
    const { cwd, uid, gid } = image;
    const env = { PATH: process.env.PATH, ...image.env, DATABASE_URL: url.toString() };
    const command = [...image.entrypoint, ...image.command];
    await tryService({ command, health: image.health, options: { cwd, uid, gid, env } });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    await onServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }
}

main(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
