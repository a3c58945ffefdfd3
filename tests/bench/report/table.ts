import type { Round } from "../measure/rounds";
import type { SizeResult } from "../run-size";
import type { WorkloadResult } from "../run-workload";
import type { ContestantName } from "../servers/contestants";

/** The tables of one size as Markdown. */
export function sizeTables(result: SizeResult): string {
  const measured = result.workloads.filter(({ rounds }) => rounds.size > 0);
  return [...measured.map(workloadTable), ratioTable(measured), memoryLine(result)].join("\n\n");
}

function workloadTable({ id, title, rounds, failed, statements }: WorkloadResult): string {
  const lines = [...rounds].map(([name, all]) =>
    failed.has(name)
      ? row([name, `failed: ${failed.get(name)}`, "", "", "", "", ""])
      : row([
          name,
          rate(median(all.map(requestsPerSecond))),
          milliseconds(median(all.map(({ p50 }) => p50))),
          milliseconds(median(all.map(({ p99 }) => p99))),
          milliseconds(median(all.map(({ cpu }) => cpu))),
          milliseconds(median(all.map(({ postgresCpu }) => postgresCpu))),
          String(statements.get(name)?.length ?? ""),
        ]),
  );
  return [
    `**${id}** ${title}`,
    "",
    "| | req/s | p50 ms | p99 ms | CPU ms | Postgres CPU ms | statements |",
    "|---|--:|--:|--:|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

/** Ratios are taken round by round, when both ran in the same half minute, and then their median. */
function ratioTable(results: WorkloadResult[]): string {
  const lines = results.map(({ id, rounds }) =>
    row([
      id,
      ratio(rounds, "ours", "peer"),
      ratio(rounds, "ours", "peer-computing"),
      ratio(rounds, "ours", "floor"),
      ratio(rounds, "ours-cached", "ours"),
    ]),
  );
  return [
    "| | ours / peer | ours / peer computing | ours / floor | cached / ours |",
    "|---|--:|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

function memoryLine({ memory }: SizeResult): string {
  const parts = [...memory].map(([name, megabytes]) => `${name} ${Math.round(megabytes)} MB`);
  return `Resident memory after a workload, at most: ${parts.join(", ")}.`;
}

/** How many times as long a request takes with ten times the data. */
export function growthTable(small: SizeResult, large: SizeResult): string {
  const names: ContestantName[] = ["ours", "floor", "peer", "peer-computing"];
  const lines = small.workloads.map(({ id, rounds }) => {
    const other = large.workloads.find((workload) => workload.id === id)?.rounds;
    return row([
      id,
      ...names.map((name) => {
        const [before, after] = [rounds.get(name), other?.get(name)];
        if (!before?.length || !after?.length) return "";
        return two(median(before.map(requestsPerSecond)) / median(after.map(requestsPerSecond)));
      }),
    ]);
  });
  return [
    `Growth from ${small.size} to ${large.size}: how many times as long a request takes.`,
    "",
    row(["", ...names]),
    "|---|--:|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

function ratio(rounds: Map<ContestantName, Round[]>, above: ContestantName, below: ContestantName): string {
  const [ours, theirs] = [rounds.get(above), rounds.get(below)];
  if (!ours?.length || ours.length !== theirs?.length) return "";
  return two(median(ours.map((round, i) => requestsPerSecond(round) / requestsPerSecond(theirs[i]))));
}

const requestsPerSecond = ({ requests, seconds }: Round) => requests / seconds;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
const two = (value: number) => value.toFixed(2);
const rate = (value: number) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US"));
const milliseconds = (value: number) =>
  Number.isNaN(value) ? "" : value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0);
