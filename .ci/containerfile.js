// Does the steps of a Containerfile without a container engine: each stage in a folder of its own, on this machine's Node.
const { execFileSync } = require("node:child_process");
const { cpSync, mkdirSync, readFileSync, statSync } = require("node:fs");
const path = require("node:path");

/** The instructions of a file: [name, rest], with continued lines joined. */
function instructionsOf(file) {
  return readFileSync(file, "utf8")
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => /^(\S+)\s+(.*)$/.exec(line.trim()).slice(1));
}

const words = (text) => text.split(/\s+/);

/** What engines take apart themselves, and a shell does not, is a list in JSON. */
function command(text) {
  const list = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error(`not a list of words: ${text}`);
  return list;
}

class Build {
  constructor(context, scratch) {
    this.context = context;
    this.scratch = scratch;
    this.args = {};
    this.stages = new Map();
  }

  do(name, rest) {
    const text = rest.replace(/\$\{(\w+)\}/g, (whole, key) => this.args[key] ?? whole);
    const step = this[`do${name}`];
    if (!step) throw new Error(`${name} is not an instruction that .ci/containerfile.js knows`);
    console.log(`  ${name} ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`);
    step.call(this, text);
  }

  doARG(text) {
    const [key, value] = text.split("=");
    this.args[key] = value;
  }

  doFROM(text) {
    const [image, , name = `stage-${this.stages.size}`] = words(text);
    const root = path.join(this.scratch, name);
    mkdirSync(root);
    this.stage = { image, root, folder: "/", env: {}, command: [], entrypoint: [] };
    this.stages.set(name, this.stage);
  }

  doWORKDIR(folder) {
    this.stage.folder = folder;
    mkdirSync(this.inside("."), { recursive: true });
  }

  doCOPY(text) {
    const [, from, rest] = /^(?:--from=(\S+) )?(.*)$/.exec(text);
    const sources = words(rest);
    const target = sources.pop();
    const origin = from ? this.stages.get(from).root : this.context;
    for (const source of sources) {
      const file = path.join(origin, source);
      const isInto = target.endsWith("/") && !statSync(file).isDirectory();
      const place = this.inside(isInto ? path.join(target, path.basename(source)) : target);
      cpSync(file, place, { recursive: true, verbatimSymlinks: true });
    }
  }

  doRUN(text) {
    if (/(^|[\s=])\//.test(text))
      throw new Error(`RUN with an absolute path would leave the scratch folder: ${text}`);
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...this.stage.env };
    execFileSync("/bin/sh", ["-c", text], {
      cwd: this.inside("."),
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
  }

  doENV(text) {
    for (const pair of words(text)) {
      const [key, value] = pair.split("=");
      this.stage.env[key] = value;
    }
  }

  doEXPOSE() {}

  doUSER(text) {
    [this.stage.uid, this.stage.gid] = text.split(":").map(Number);
  }

  doHEALTHCHECK(text) {
    this.stage.health = command(text.replace(/^.*?CMD /, ""));
  }

  doENTRYPOINT(text) {
    this.stage.entrypoint = command(text);
  }

  doCMD(text) {
    this.stage.command = command(text);
  }

  inside(place) {
    return path.join(this.stage.root, path.resolve(this.stage.folder, place));
  }
}

/** Does all steps below a scratch folder; gives the last stage, with its folder on this machine as `cwd`. */
function build(file, context, scratch) {
  const work = new Build(context, scratch);
  for (const [name, rest] of instructionsOf(file)) work.do(name, rest);
  return { ...work.stage, cwd: work.inside(".") };
}

module.exports = { build };
