import type { Place } from "../problem";
import type { Fields } from "./fields";
import type { TextsRule } from "./mapping/mapping";
import { parseTemplate, type Template } from "./template";

/** A text that a rule found: as it is to be used, and as it is written. */
export interface Found {
  text: string;
  written: string;
  place: Place;
}

/** Makes the texts of a row. */
export type TextMaker = (fields: Fields) => Found[];

/** The fields that a rule refers to. */
export function fieldsOf(rule: TextsRule): string[] {
  return templatesOf(rule).flatMap((template) =>
    template.flatMap((part) => (typeof part === "string" ? [] : [part.field])),
  );
}

function templatesOf(rule: TextsRule): Template[] {
  const from = typeof rule === "string" || Array.isArray(rule) ? rule : rule.from;
  return (typeof from === "string" ? [from] : from).map(parseTemplate);
}

/** Compiles a rule. Throws a SyntaxError that says what is wrong with it. */
export function textMaker(rule: TextsRule): TextMaker {
  const templates = templatesOf(rule);
  const {
    pattern,
    names = {},
    separator,
  }: Detailed = typeof rule === "string" || Array.isArray(rule) ? {} : rule;
  const expression = pattern === undefined ? null : partExpression(pattern);
  return (fields) => {
    const whole = wholes(templates, fields);
    const parts = separator ? whole.flatMap((each) => split(each, each.text.split(separator))) : whole;
    const found = expression ? parts.flatMap((each) => split(each, partsOf(each.text, expression))) : parts;
    return distinct(found).map((each) =>
      Object.hasOwn(names, each.text) ? { ...each, text: names[each.text] } : each,
    );
  };
}

type Detailed = { pattern?: string; names?: Record<string, string>; separator?: string };

/** A regular expression of a mapping. Throws a SyntaxError where it is none. */
export function regularExpression(pattern: string, flags = ""): RegExp {
  try {
    return new RegExp(pattern, `u${flags}`);
  } catch (error) {
    throw new SyntaxError(`not a regular expression of JavaScript: ${(error as Error).message}.`);
  }
}

function partExpression(pattern: string): RegExp {
  const expression = regularExpression(pattern, "g");
  if (!pattern.includes("(?<value>"))
    throw new SyntaxError(`"${pattern}" must say which part is meant, by a group (?<value>…).`);
  return expression;
}

function partsOf(text: string, expression: RegExp): string[] {
  return [...text.matchAll(expression)].map((match) => match.groups?.value ?? "");
}

function wholes(templates: Template[], fields: Fields): Found[] {
  if (templates.length === 1 && templates[0].length === 1 && typeof templates[0][0] !== "string") {
    const cell = fields.get(templates[0][0].field);
    if (cell?.items) return split({ text: "", written: "", place: cell.place }, cell.items);
  }
  const filled = templates.map((template) => fill(template, fields)).filter((each) => each !== null);
  if (!filled.length) return [];
  const text = filled.map((each) => each.text).join(", ");
  return [{ text, written: text, place: filled[0].place }];
}

/** A template in which something is missing is missing itself. */
function fill(template: Template, fields: Fields): { text: string; place: Place } | null {
  let place: Place | undefined;
  let text = "";
  for (const part of template) {
    const cell = typeof part === "string" ? null : fields.get(part.field);
    if (cell?.text === null || cell === undefined) return null;
    text += cell ? cell.text : part;
    if (cell) place ??= cell.place;
  }
  return { text, place: place ?? fields.place };
}

function split(found: Found, texts: readonly string[]): Found[] {
  return texts
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ ...found, text, written: text }));
}

function distinct(found: Found[]): Found[] {
  if (found.length < 2) return found;
  return [...new Map(found.map((each) => [each.text, each])).values()];
}
