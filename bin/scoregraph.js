#!/usr/bin/env node
// Compiled files lose the right to be executed whenever they are made anew; this one keeps it.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const program = join(__dirname, "../dist/src/cli/main.js");
if (existsSync(program)) require(program);
else {
  process.stderr.write('Scoregraph is not built yet: run "npm run build" in its folder.\n');
  process.exitCode = 3;
}
