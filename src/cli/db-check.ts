import "reflect-metadata";
import { lineLog } from "../common/log";
import { loadConfig } from "../config";
import { Database, poolOf } from "../db/database";
import { findIntegrityProblems } from "../domain/integrity/integrity.queries";
import { visitStore } from "../graph/open-store";

/** Checks all data and says in words what is wrong: exit code 0 when nothing is, 1 when something is, 2 on failure. */
async function main(): Promise<number> {
  const config = loadConfig();
  const store = await visitStore({ url: config.databaseUrl, dataFolder: config.dataFolder }, lineLog());
  try {
    const { findings, passed } = await findIntegrityProblems(new Database(poolOf(store.dataSource)));
    for (const name of passed) process.stdout.write(`ok       ${name}\n`);
    for (const { check, what } of findings) process.stdout.write(`problem  ${check}: ${what}\n`);
    const verdict = findings.length ? `${findings.length} problems were found` : "Nothing is wrong";
    process.stdout.write(`${verdict} in ${store.place}.\n`);
    return findings.length ? 1 : 0;
  } finally {
    await store.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `The check could not be made: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
