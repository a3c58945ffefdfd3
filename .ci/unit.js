// Has systemd judge deploy/scoregraph.service, and runs what it starts, with the PostgreSQL of the service's own, under
// what of its protection can be had without systemd (root only): node .ci/unit.js
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const { tryService } = require("./try-service");

const root = path.join(__dirname, "..");
const unit = path.join(root, "deploy/scoregraph.service");
/** Of 100, as `systemd-analyze security` counts: what is left open is told in docs/deploy.md. */
const MOST_EXPOSED = 15;

const HEALTH =
  "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(() => process.exit(0), () => process.exit(1))";

async function main() {
  execFileSync("systemd-analyze", ["verify", "--man=no", unit], { stdio: "inherit" });
  console.log("  systemd-analyze verify: nothing is wrong");
  const security = ["security", "--offline=true", "--no-pager", `--threshold=${MOST_EXPOSED}`, unit];
  const judged = execFileSync("systemd-analyze", security, { encoding: "utf8" });
  console.log(`  ${judged.trim().split("\n").pop()}`);
  // Initdb wants a user with a name; nobody else's rights are used.
  const uid = execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }).trim();
  await tryService({
    command: ["python3", path.join(__dirname, "as-unit.py"), unit, root, uid],
    health: [process.execPath, "-e", HEALTH],
    options: { cwd: root, env: { PATH: process.env.PATH } },
  });
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
