import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The package's folder, found by its package.json: compiled files lie one folder deeper than their sources. */
export const packageFolder = folderAbove(__dirname);

/** Where the build puts the explorer's page. */
export const explorerFolder = path.join(packageFolder, "dist/explorer");

/** Version of the service, as its package says. */
export const packageVersion: string = JSON.parse(
  readFileSync(path.join(packageFolder, "package.json"), "utf8"),
).version;

function folderAbove(folder: string): string {
  const parent = path.dirname(folder);
  return parent === folder || existsSync(path.join(folder, "package.json")) ? folder : folderAbove(parent);
}
