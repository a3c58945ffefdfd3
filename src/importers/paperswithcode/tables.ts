import { nameKey } from "../../common/name-key";
import type { NamedBenchmark } from "../named-result";
import type { Part } from "./part";
import { type Row, readRow } from "./row";

/** The rows of one task on one dataset, as they stand in one place of a file. */
export interface Table {
  /** Slug of the file's source. */
  source: string;
  task: { name: string; description?: string };
  benchmark: NamedBenchmark;
  /** Names of metrics in the order of the table's columns. */
  metrics: string[];
  rows: Row[];
}

/** How deep tasks and datasets may be nested: far more than is ever meant. */
const MAX_DEPTH = 50;

/** Reads all tables of a document: a task or a list of tasks, with subtasks. */
export function readTables(top: Part, source: string): Table[] {
  const tasks = Array.isArray(top.value) ? top.items() : [top];
  return tasks.flatMap((task) => readTask(task, source, 1));
}

function readTask(part: Part, source: string, depth: number): Table[] {
  if (!part.isGroup("A task")) return [];
  const name = nameOf(part, ["task"]);
  if (name === null || tooDeep(part, depth)) return [];
  const task = { name, ...descriptionOf(part) };
  return [
    ...part.list("datasets").flatMap((dataset) => readDataset(dataset, { source, task }, null, depth)),
    ...part.list("subtasks").flatMap((subtask) => readTask(subtask, source, depth + 1)),
  ];
}

function readDataset(
  part: Part,
  context: Pick<Table, "source" | "task">,
  parent: string | null,
  depth: number,
): Table[] {
  if (!part.isGroup("A dataset")) return [];
  const own = nameOf(part, parent === null ? ["dataset"] : ["subdataset", "dataset"]);
  if (own === null || tooDeep(part, depth)) return [];
  const name = parent === null || nameKey(own).includes(nameKey(parent)) ? own : `${parent} (${own})`;
  return [
    { ...context, benchmark: { name, ...descriptionOf(part) }, ...readSota(part.child("sota")) },
    ...part.list("subdatasets").flatMap((subdataset) => readDataset(subdataset, context, name, depth + 1)),
  ];
}

function readSota(sota: Part): Pick<Table, "metrics" | "rows"> {
  if (sota.isNothing() || !sota.isGroup("sota")) return { metrics: [], rows: [] };
  const metrics = sota.list("metrics").flatMap((metric) => {
    if (typeof metric.value === "string") return [metric.value.trim()];
    metric.warn("the name of a metric must be text; it is left out.");
    return [];
  });
  const rows = sota.list("rows").map(readRow);
  return { metrics, rows: rows.filter((row) => row !== null) };
}

/** The name under the first of the keys that has one. */
function nameOf(part: Part, keys: string[]): string | null {
  const key = keys.find((key) => !part.child(key).isNothing()) ?? keys[0];
  const name = part.text(key, { needed: true });
  if (name === null && String(part.child(key).value ?? "").trim() === "") {
    part.fail(`"${keys[0]}" is missing: it must be the name, as text.`);
  }
  return name;
}

function descriptionOf(part: Part): { description?: string } {
  const description = part.text("description");
  return description === null ? {} : { description };
}

function tooDeep(part: Part, depth: number): boolean {
  if (depth > MAX_DEPTH) part.fail(`this stands more than ${MAX_DEPTH} levels deep. Take levels out.`);
  return depth > MAX_DEPTH;
}
