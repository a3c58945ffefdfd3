import type { InputFile } from "../../input/input-file";
import type { Located, Path } from "../../input/located";
import { parseJson } from "../../input/parse-json";
import { readText } from "../../input/read-text";
import type { TableRule } from "../mapping/mapping";
import type { Cell, Row, TablePart } from "../row";

/** Reads a JSON file that is one record or a list of records; with `list`, the path to either. */
export async function* readJsonTable(file: InputFile, { list }: TableRule): AsyncGenerator<TablePart> {
  const read = await readText(file);
  if ("problem" in read) return yield read;
  const { document, problems } = parseJson(file.name, read.text);
  for (const problem of problems) yield { problem };
  if (!document) return;
  const path = list?.split(".") ?? [];
  let value: unknown = document.value;
  for (const key of path) value = isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (!Array.isArray(value) && !isGroup(value)) {
    const message = `${list ? `"${list}"` : "the file"} must be a record or a list of records.`;
    return yield { problem: { ...document.at(path), message } };
  }
  if (isGroup(value)) return yield { row: new JsonRow(document, path, value) };
  for (const [i, record] of value.entries()) {
    if (isGroup(record)) yield { row: new JsonRow(document, [...path, i], record) };
    else {
      const message = "not a record with named values. It is left out.";
      yield { problem: { ...document.at([...path, i]), message, level: "warning" } };
    }
  }
}

type Group = Record<string, unknown>;

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

class JsonRow implements Row {
  private readonly paths = new Map<string, Path>();

  constructor(
    private readonly document: Located,
    private readonly path: Path,
    private readonly record: Group,
  ) {
    this.find(record, [], "");
  }

  /** What is within a group has a name such as "metrics.top1". */
  private find(group: Group, path: Path, prefix: string): void {
    for (const [key, value] of Object.entries(group)) {
      if (isGroup(value)) this.find(value, [...path, key], `${prefix}${key}.`);
      else this.paths.set(prefix + key, [...path, key]);
    }
  }

  get place() {
    return this.document.at(this.path);
  }

  get columns() {
    return [...this.paths.keys()];
  }

  cell(column: string): Cell | undefined {
    const path = this.paths.get(column);
    if (!path) return undefined;
    const full = [...this.path, ...path];
    const place = this.document.at(full);
    const value = path.reduce<unknown>((inner, key) => (inner as Group)[key], this.record);
    if (!Array.isArray(value)) return { text: this.textAt(full, value), place };
    const items = value.map((item, i) => this.textAt([...full, i], item)).filter((item) => item !== null);
    return { text: items.join(", ") || null, place, items };
  }

  private textAt(path: Path, value: unknown): string | null {
    if (value === null || typeof value === "object") return null;
    return this.document.raw(path)?.trim() || null;
  }
}
