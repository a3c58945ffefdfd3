import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { explorerFolder, packageFolder } from "../common/package";

const sources = path.join(packageFolder, "src/web");
const stamp = path.join(explorerFolder, "built-from");

/** Builds the explorer's page, unless it was built from the very same files already. */
async function build(): Promise<void> {
  const inputs = hashOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) return;
  const vite = await import("vite").catch(() => undefined);
  // Without development dependencies, what was built before is served.
  if (!vite) return console.log("Vite is not installed: the explorer stays as it is.");
  // Whoever builds, and be it a test: what is served is never React's form for development.
  process.env.NODE_ENV = "production";
  await vite.build({ root: path.join(sources, "explorer"), logLevel: "warn" });
  await compressFiles();
  writeFileSync(stamp, inputs);
}

function hashOfInputs(): string {
  const hash = createHash("sha256");
  const files = [...filesIn(sources), path.join(packageFolder, "package-lock.json"), __filename];
  for (const file of files.sort()) hash.update(path.basename(file)).update(readFileSync(file));
  return hash.digest("hex");
}

/** Whoever serves the files need not compress them again and again, and gets the smallest form. */
async function compressFiles(): Promise<void> {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const worthIt = filesIn(explorerFolder).filter((file) => /\.(js|css|html|svg)$/.test(file));
  for (const file of worthIt) {
    const plain = readFileSync(file);
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(plain, brotli));
    writeFileSync(`${file}.gz`, await promisify(gzip)(plain, { level: 9 }));
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

build().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
