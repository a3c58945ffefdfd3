import { nameKey } from "../../common/name-key";
import { MetricDirection } from "../../domain/leaderboard/metric.entity";
import type { FormatOptions } from "../format";
import type { NamedBenchmark, NamedLeaderboard, NamedScore } from "../named-result";
import type { Report } from "./part";
import type { Cell } from "./row";
import type { RowGroup } from "./submissions";
import type { Table } from "./tables";

const SPLIT = "Overall";

interface Board {
  leaderboard: NamedLeaderboard;
  /** How many numbers have each unit; "" stands for none. */
  units: Map<string, number>;
}

/**
 * The leaderboards of all tables: one for each task, dataset and metric, named "DATASET TASK: METRIC". Names that differ
 * only in case or white space are one, spelt as where they come first.
 *
 * The unit is that of most of its numbers, "%" where they are as many as those without. Nothing says whether a number
 * without "%" is a percentage or a fraction, so one whose unit is not the leaderboard's has no value: only its text is
 * kept, and a warning says so.
 */
export class Leaderboards {
  private readonly boards = new Map<string, Board>();
  private readonly benchmarks = new Map<string, NamedBenchmark>();
  private readonly names = new Set<string>();
  private readonly directions: ReadonlyMap<string, string>;

  constructor(
    groups: readonly RowGroup[],
    { directions = new Map() }: FormatOptions,
    private readonly report: Report,
  ) {
    this.directions = new Map([...directions].map(([name, direction]) => [nameKey(name), direction]));
    for (const { occurrences } of groups) {
      for (const { table, row } of occurrences) {
        this.addBenchmark(table.benchmark);
        for (const cell of sorted(row.cells, table)) this.count(this.board(table, cell.metric), cell);
      }
    }
    for (const { leaderboard, units } of this.boards.values()) leaderboard.metric.unit = mostUsed(units);
  }

  /** The benchmark as it is named and described first. */
  benchmark({ benchmark }: Table): NamedBenchmark {
    return this.benchmarks.get(nameKey(benchmark.name)) ?? benchmark;
  }

  /** The scores of a row, in the order of the table's columns. */
  scores(table: Table, cells: readonly Cell[]): NamedScore[] {
    return sorted(cells, table).map((cell) => this.score(this.board(table, cell.metric).leaderboard, cell));
  }

  private score(leaderboard: NamedLeaderboard, { place, metric, reported, decimal }: Cell): NamedScore {
    const score = { place, leaderboard, split: SPLIT, reported, value: null };
    if (reported === null) return score;
    const warn = (message: string) => this.report({ ...place, message, level: "warning" });
    const { unit } = leaderboard.metric;
    if (!decimal) {
      warn(`${metric}: "${short(reported)}" is no number; the text is kept, without a value.`);
      return score;
    }
    if ((decimal.unit ?? null) !== unit) {
      const [this_, others] = unit === null ? ['a "%"', "none"] : ['no "%"', "one"];
      warn(
        `${metric}: "${short(reported)}" has ${this_}, most others have ${others}; no value is kept, only the text.`,
      );
      return score;
    }
    const { value, uncertainty } = decimal;
    return { ...score, value, ...(uncertainty !== undefined && { uncertainty }) };
  }

  private board({ task, benchmark }: Table, metric: string): Board {
    const key = JSON.stringify([benchmark.name, task.name, metric].map(nameKey));
    let board = this.boards.get(key);
    if (!board) {
      const direction = this.directions.get(nameKey(metric)) ?? "UNKNOWN";
      const leaderboard = {
        name: this.freeName(`${benchmark.name} ${task.name}: ${metric}`, task.name),
        ...(task.description !== undefined && { description: task.description }),
        metric: { name: metric, unit: null, direction: direction as MetricDirection },
      };
      board = { leaderboard, units: new Map() };
      this.boards.set(key, board);
    }
    return board;
  }

  /** "A B" and "C", or "A" and "B C", make the same name; the second says its task once more. */
  private freeName(name: string, task: string): string {
    if (this.names.has(nameKey(name))) return this.freeName(`${name} [${task}]`, task);
    this.names.add(nameKey(name));
    return name;
  }

  private addBenchmark({ name, description }: NamedBenchmark): void {
    const first = this.benchmarks.get(nameKey(name));
    if (!first) this.benchmarks.set(nameKey(name), { name, ...(description && { description }) });
    else if (description && !first.description) first.description = description;
  }

  private count({ units }: Board, { decimal }: Cell): void {
    if (!decimal) return;
    const unit = decimal.unit ?? "";
    units.set(unit, (units.get(unit) ?? 0) + 1);
  }
}

function mostUsed(units: Map<string, number>): string | null {
  const percent = units.get("%") ?? 0;
  return percent > 0 && percent >= (units.get("") ?? 0) ? "%" : null;
}

/** In the order of the table's columns; what is not among them comes last. */
function sorted(cells: readonly Cell[], { metrics }: Table): Cell[] {
  const column = ({ metric }: Cell) => {
    const index = metrics.indexOf(metric);
    return index === -1 ? metrics.length : index;
  };
  return [...cells].sort((a, b) => column(a) - column(b));
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
