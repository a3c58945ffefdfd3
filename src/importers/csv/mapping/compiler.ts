import type { Located, Path } from "../../input/located";
import type { Problem } from "../../problem";
import { FILE_FIELDS } from "../file-names";
import { parseTemplate, type Template } from "../template";
import { fieldsOf, type TextMaker, textMaker } from "../text";
import type { TextsRule } from "./mapping";
import { suggestion } from "./schema-problem";

/** A column that a table must have, and the part of the mapping that wants it. */
export interface WantedColumn {
  column: string;
  path: Path;
}

/** Compiles the rules of one table, notes which columns they want, and reports what is wrong with them. */
export class Compiler {
  readonly wanted: WantedColumn[] = [];
  private readonly known = new Set<string>(FILE_FIELDS);

  constructor(
    readonly document: Located,
    private readonly report: (problem: Problem) => void,
  ) {}

  /** From now on the name is a field that is made, not a column. */
  define(name: string): void {
    this.known.add(name);
  }

  text(rule: TextsRule, path: Path, more: readonly string[] = []): TextMaker {
    return this.attempt(
      path,
      () => {
        const make = textMaker(rule);
        for (const field of fieldsOf(rule)) this.want(field, path, more);
        return make;
      },
      () => [],
    );
  }

  optionalText(rule: TextsRule | undefined, path: Path): TextMaker {
    return rule === undefined ? () => [] : this.text(rule, path);
  }

  template(text: string, path: Path, more: readonly string[] = []): Template {
    return this.attempt(path, () => {
      const template = parseTemplate(text);
      for (const part of template) if (typeof part !== "string") this.want(part.field, path, more);
      return template;
    }, []);
  }

  want(field: string, path: Path, more: readonly string[] = []): void {
    if (field.startsWith("file.") && !this.known.has(field))
      this.problem(path, `"{${field}}": a file has no such field.${suggestion(field, FILE_FIELDS)}`);
    else if (!this.known.has(field) && !more.includes(field)) this.wanted.push({ column: field, path });
  }

  /** What the work gives; a SyntaxError becomes a problem at the path. */
  attempt<T>(path: Path, work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.problem(path, error.message);
      return otherwise;
    }
  }

  /** The entry of a group of named things that is referred to. */
  reference<T>(things: Record<string, T>, name: string, what: string, path: Path): T | undefined {
    if (Object.hasOwn(things, name)) return things[name];
    this.problem(path, `there is no ${what} "${name}".${suggestion(name, Object.keys(things))}`);
    return undefined;
  }

  problem(path: Path, message: string): void {
    this.report({ ...this.document.at(path), message: `${path.join(".")}: ${message}` });
  }
}
