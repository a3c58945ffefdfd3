import type { Changes } from "../db/reconcile";
import { graphTables } from "../domain/import/graph-tables";
import type { ImportedProblem } from "../domain/import/import.commands";
import type { ImportRefused, ImportReport } from "../importers/import-files";
import type { NamingReport } from "../importers/naming/naming-report";
import { type Problem, problemLine } from "../importers/problem";
import { table } from "./table";
import { count, kindWords } from "./words";

/** Prints what an import did, or would do. */
export function printReport(report: ImportReport, seconds: number, mostProblems: number): void {
  const { changes, problems, problemCount, names } = report;
  const parts = [heading(report, seconds)];
  parts.push(changesTable(changes, report.dryRun ? "would be" : "table"));
  if (names) parts.push(...namesText(names));
  if (problemCount)
    parts.push(problemsText(problems, problemCount, mostProblems, "left out or done otherwise"));
  process.stdout.write(`${parts.join("\n\n")}\n`);
}

/** Rows by table, and all together. */
export function changesTable(changes: Record<string, Changes>, first: string): string {
  const order = (name: string) => graphTables.indexOf(name as (typeof graphTables)[number]);
  const touched = Object.entries(changes)
    .sort(([a], [b]) => order(a) - order(b))
    .map(
      ([name, { created, changed, removed, unchanged }]) =>
        [name, created, changed, removed, unchanged] as const,
    )
    .filter(([, ...numbers]) => numbers.some((number) => number > 0));
  const all = [1, 2, 3, 4].map((column) => touched.reduce((sum, row) => sum + (row[column] as number), 0));
  return table([first, "created", "changed", "removed", "left"], [...touched, ["all", ...all]]);
}

/** Says why an import was refused. */
export function refusalText(refused: ImportRefused, mostProblems: number): string {
  const { problems, problemCount, warningCount } = refused;
  const fatal = problems.filter(({ level }) => level !== "warning");
  const besides = warningCount
    ? `; besides, there ${warningCount === 1 ? "is" : "are"} ${count(warningCount, "warning")}`
    : "";
  return `${problemsText(fatal, problemCount - warningCount, mostProblems, "in the way")}\nNothing was imported${besides}.`;
}

function heading({ dryRun, id, revision, files, records, total }: ImportReport, seconds: number): string {
  const what = `${count(records, "record")} of ${count(files.length, "file")} in ${seconds.toFixed(1)} s`;
  if (dryRun) return `Dry run: nothing was written. ${what}.`;
  if (id === null)
    return `Nothing to do: ${total.unchanged === 1 ? "the row is" : `all ${count(total.unchanged, "row")} are`} there already. ${what}.`;
  return `Imported as import ${id}, data revision ${revision}. ${what}.`;
}

function namesText({ created, near, aliased }: NamingReport): string[] {
  const kinds = new Map<string, number>();
  for (const { kind } of created) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const made = [...kinds].map(([kind, number]) => count(number, kindWords(kind))).join(", ");
  return [
    ...(created.length ? [`New names: ${made}.`] : []),
    ...(aliased.length
      ? [
          `Names known as others: ${aliased
            .slice(0, 10)
            .map(({ name, known }) => `${name} = ${known}`)
            .join(", ")}${aliased.length > 10 ? ", ..." : ""}.`,
        ]
      : []),
    ...(near.length
      ? [
          `Written almost like known names: ${near
            .slice(0, 10)
            .map(({ name, proposals }) => `${name} ~ ${proposals[0].name}`)
            .join(", ")}${near.length > 10 ? ", ..." : ""}.`,
        ]
      : []),
  ];
}

/** The first problems, each with its place, and how many there are. */
export function problemsText(
  problems: readonly ImportedProblem[],
  all: number,
  most: number,
  what: string,
): string {
  const lines = problems.slice(0, most).map((problem) => problemLine(problem as Problem));
  if (all > lines.length) {
    const hint = problems.length > lines.length ? `; --problems ${problems.length} prints more` : "";
    lines.push(`... and ${(all - lines.length).toLocaleString("en-US")} more${hint}.`);
  }
  return `${count(all, "problem")} ${what}:\n${lines.join("\n")}`;
}
