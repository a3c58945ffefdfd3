import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { PROGRAM_VARIABLE } from "../support/command-line";
import setUp from "../support/global-setup";

const root = path.join(__dirname, "../..");

/** Builds program and explorer as `npm start` does, and has the tests run what was built. */
export default async function setUpExplorer(): Promise<void> {
  execFileSync("npm", ["run", "-s", "build"], { cwd: root, stdio: "inherit" });
  await setUp();
  symlinkSync(path.join(root, "dist"), path.join(process.env[PROGRAM_VARIABLE] as string, "built"));
}
