import { acceptStatementCounts, checkStatementCounts } from "./check/statement-counts";
import { installIfNeeded } from "./install";
import { type Options, readOptions } from "./options";
import { writeDocs } from "./report/docs";
import { describeMachine } from "./report/machine";
import { growthTable, sizeTables } from "./report/table";
import { runSize, type SizeResult } from "./run-size";
import type { WorkloadResult } from "./run-workload";
import { type BenchPostgres, startPostgres } from "./servers/postgres";

const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

/** Measures what is asked for, and tells it. The exit code is 1 when an answer is wrong, 2 when nothing could be measured. */
async function main(options: Options): Promise<void> {
  installIfNeeded(say);
  const postgres = await startPostgres();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void postgres.stop().finally(() => process.exit(130)));
  }
  const results = await measure(postgres, options).finally(() => postgres.stop());
  const tables = report(postgres, results);
  print(`\n${tables}`);
  const measured = results.flatMap(({ workloads }) => workloads);
  if (options.statements) measured.forEach(printStatements);
  const problems = results.flatMap(problemsOf);
  if (options.accept) acceptStatementCounts(measured);
  else if (options.quick) problems.push(...checkStatementCounts(measured));
  for (const problem of problems) say(`WRONG: ${problem}`);
  if (problems.length) process.exitCode = 1;
  else if (options.documented) writeDocs(tables);
}

async function measure(postgres: BenchPostgres, options: Options): Promise<SizeResult[]> {
  const results: SizeResult[] = [];
  for (const size of options.sizes) results.push(await runSize(postgres, options, size, say));
  return results;
}

function report({ version }: BenchPostgres, results: SizeResult[]): string {
  const growth = results.slice(1).map((result, i) => growthTable(results[i], result));
  const sizes = results.map((result) => `### ${result.what}\n\n${sizeTables(result)}`);
  return [describeMachine(version), ...sizes, ...growth].join("\n\n");
}

function problemsOf({ size, workloads }: SizeResult): string[] {
  return workloads.flatMap(({ id, wrong, failed }) => [
    ...wrong.map((what) => `size ${size}, ${what}`),
    ...[...failed].map(([name, why]) => `size ${size}, ${id}: ${name} failed under load: ${why}.`),
  ]);
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
