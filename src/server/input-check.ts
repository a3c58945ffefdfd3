import { type DocumentNode, visit } from "graphql";
import { badInput } from "../common/errors";
import { argumentPath } from "./argument-path";

/**
 * Longest string that is accepted in an argument, in UTF-16 units. No name, title or identifier that a query can
 * ask for is longer, and the time of fuzzy text search grows with the length.
 */
export const MAX_STRING_LENGTH = 1_000;

/** Deepest nesting of objects and lists in the variables; input types of the schema need far less. */
export const MAX_VARIABLE_DEPTH = 64;

/**
 * Rejects values in the literals of a document that would parse but cannot be used by any resolver.
 * @throws CallerError naming the argument
 */
export function checkLiterals(document: DocumentNode): void {
  visit(document, {
    StringValue: (node, _key, parent, keys, ancestors) => {
      const argument = argumentPath(parent, keys, ancestors);
      // Descriptions are strings too, and stand outside of arguments.
      if (argument !== undefined) checkString(node.value, argument);
    },
    FloatValue: (node, _key, parent, keys, ancestors) => {
      checkNumber(Number(node.value), argumentPath(parent, keys, ancestors) ?? "value");
    },
    IntValue: (node, _key, parent, keys, ancestors) => {
      checkNumber(Number(node.value), argumentPath(parent, keys, ancestors) ?? "value");
    },
  });
}

/**
 * Rejects the same values anywhere in the variables of a request.
 * @throws CallerError naming the variable and the way to the value, such as `$where.score.gt`
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) checkValue(value, `$${name}`, 1);
}

function checkValue(value: unknown, argument: string, depth: number): void {
  if (typeof value === "string") checkString(value, argument);
  else if (typeof value === "number") checkNumber(value, argument);
  else if (typeof value === "object" && value !== null) {
    if (depth > MAX_VARIABLE_DEPTH) {
      throw badInput(argument.slice(0, 80), `is nested deeper than ${MAX_VARIABLE_DEPTH} levels.`);
    }
    const isList = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      checkValue(item, isList ? `${argument}[${key}]` : `${argument}.${key}`, depth + 1);
    }
  }
}

function checkString(text: string, argument: string): void {
  if (text.length > MAX_STRING_LENGTH) {
    throw badInput(
      argument,
      `the text is ${text.length} characters long; at most ${MAX_STRING_LENGTH} are accepted.`,
    );
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
