import { type DocumentNode, Kind, visit } from "graphql";
import { badInput } from "../common/errors";
import { argumentPath } from "./argument-path";

/**
 * Longest string that is accepted in an argument, in UTF-16 units. No name, title or identifier that a query can
 * ask for is longer, and the time of fuzzy text search grows with the length.
 */
export const MAX_STRING_LENGTH = 1_000;

/** The same for a cursor, which holds the sort key of a row, and so may hold a long title in base 64. */
export const MAX_CURSOR_LENGTH = 24_000;

/** The same for the text of a query; how much it may ask for is limited elsewhere. */
export const MAX_QUERY_LENGTH = 200_000;

/** Arguments whose texts may be longer than others. What stands in `variables` may be cursors, and is looked at again. */
const LONG_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ["after", MAX_CURSOR_LENGTH],
  ["before", MAX_CURSOR_LENGTH],
  ["variables", MAX_CURSOR_LENGTH],
  ["query", MAX_QUERY_LENGTH],
]);

/** Deepest nesting of objects and lists in the variables; input types of the schema need far less. */
export const MAX_VARIABLE_DEPTH = 64;

/** Documents whose literals are right. */
const checked = new WeakSet<DocumentNode>();

/** Whether the literals of a document were found right before. */
export function hasCheckedLiterals(document: DocumentNode): boolean {
  return checked.has(document);
}

/**
 * Rejects values in the literals of a document that would parse but cannot be used by any resolver. A document is looked
 * at once.
 * @throws CallerError naming the argument
 */
export function checkLiterals(document: DocumentNode): void {
  if (checked.has(document)) return;
  visit(document, {
    StringValue: (node, _key, parent, keys, ancestors) => {
      const argument = argumentPath(parent, keys, ancestors);
      // Descriptions are strings too, and stand outside of arguments.
      if (argument !== undefined) checkString(node.value, argument, LONG_ARGUMENTS.get(argument));
    },
    FloatValue: (node, _key, parent, keys, ancestors) => {
      checkNumber(Number(node.value), argumentPath(parent, keys, ancestors) ?? "value");
    },
    IntValue: (node, _key, parent, keys, ancestors) => {
      checkNumber(Number(node.value), argumentPath(parent, keys, ancestors) ?? "value");
    },
  });
  checked.add(document);
}

/**
 * Rejects the same values anywhere in the variables of a request.
 * @throws CallerError naming the variable and the way to the value, such as `$where.score.gt`
 */
export function checkVariables(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  const given = Object.entries(variables);
  if (given.length === 0) return;
  const longest = longVariables(document);
  for (const [name, value] of given) {
    if (typeof value === "string") checkString(value, `$${name}`, longest.get(name));
    else checkValue(value, `$${name}`, 1, longest.get(name));
  }
}

const longOf = new WeakMap<DocumentNode, ReadonlyMap<string, number>>();

/** How long the texts of those variables may be that serve as long arguments and as nothing else. */
function longVariables(document: DocumentNode): ReadonlyMap<string, number> {
  let names = longOf.get(document);
  if (!names) {
    names = findLongVariables(document);
    longOf.set(document, names);
  }
  return names;
}

function findLongVariables(document: DocumentNode): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }, _key, parent) => {
      const isArgument = parent !== undefined && "kind" in parent && parent.kind === Kind.ARGUMENT;
      const allowed = (isArgument && LONG_ARGUMENTS.get(parent.name.value)) || MAX_STRING_LENGTH;
      longest.set(name.value, Math.min(allowed, longest.get(name.value) ?? allowed));
    },
  });
  return longest;
}

function checkValue(value: unknown, argument: string, depth: number, longest?: number): void {
  if (typeof value === "string") checkString(value, argument, longest);
  else if (typeof value === "number") checkNumber(value, argument);
  else if (typeof value === "object" && value !== null) {
    if (depth > MAX_VARIABLE_DEPTH) {
      throw badInput(argument.slice(0, 80), `is nested deeper than ${MAX_VARIABLE_DEPTH} levels.`);
    }
    const isList = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      checkValue(item, isList ? `${argument}[${key}]` : `${argument}.${key}`, depth + 1, longest);
    }
  }
}

function checkString(text: string, argument: string, longest = MAX_STRING_LENGTH): void {
  if (text.length > longest) {
    throw badInput(argument, `the text is ${text.length} characters long; at most ${longest} are accepted.`);
  }
  // PostgreSQL cannot store this character.
  const nul = text.indexOf("\0");
  if (nul >= 0) throw badInput(argument, `the text holds a NUL character at position ${nul}; leave it out.`);
  if (/\p{Surrogate}/u.test(text)) {
    throw badInput(argument, "the text holds half of a surrogate pair, so it is not valid Unicode.");
  }
}

function checkNumber(value: number, argument: string): void {
  if (!Number.isFinite(value)) {
    throw badInput(argument, "the number is too large; it must fit a 64-bit floating-point number.");
  }
}
