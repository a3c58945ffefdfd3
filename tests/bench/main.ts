import { installIfNeeded } from "./install";
import { type Options, readOptions } from "./options";
import { growthTable, sizeTables } from "./report/table";
import { runSize, type SizeResult, type WorkloadResult } from "./run-size";
import { startPostgres } from "./servers/postgres";

const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

/** Measures what is asked for, and tells it. The exit code is 1 when an answer is wrong, 2 when nothing could be measured. */
async function main(options: Options): Promise<void> {
  installIfNeeded(say);
  const postgres = await startPostgres();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void postgres.stop().finally(() => process.exit(130)));
  }
  const results: SizeResult[] = [];
  try {
    for (const size of options.sizes) results.push(await runSize(postgres, options, size, say));
  } finally {
    await postgres.stop();
  }
  for (const result of results) {
    print(`\n## Size ${result.size}\n\n${sizeTables(result)}`);
    if (options.statements) result.workloads.forEach(printStatements);
  }
  for (let i = 1; i < results.length; i += 1) print(`\n${growthTable(results[i - 1], results[i])}`);
  const wrong = results.flatMap(({ size, workloads }) =>
    workloads.flatMap((workload) => workload.wrong.map((what) => `Size ${size}, ${what}`)),
  );
  for (const what of wrong) say(`WRONG ANSWER: ${what}`);
  if (wrong.length) process.exitCode = 1;
}

function printStatements({ id, statements }: WorkloadResult): void {
  for (const [name, texts] of statements) {
    for (const [i, text] of texts.entries()) print(`\n-- ${id}, ${name}, statement ${i + 1}\n${text}`);
  }
}

main(readOptions(process.argv)).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 2;
});
