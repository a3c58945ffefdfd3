import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type TypeNode,
  type VariableDefinitionNode,
} from "graphql";
import { badInput, CallerError } from "../../common/errors";

type Variables = Record<string, unknown>;

const ONE_OF = ["true", "false"];

/** A value as it stands in an address: lists with commas or as JSON, objects as JSON. */
function read(name: string, text: string, type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return read(name, text, type.type);
  if (/^[[{]/.test(text) && (type.kind === Kind.LIST_TYPE || /Where$|Order$/.test(type.name.value))) {
    return json(name, text);
  }
  if (type.kind === Kind.LIST_TYPE) return text.split(",").map((each) => read(name, each.trim(), type.type));
  if (type.name.value === "Int") return /^\d{1,9}$/.test(text) ? Number(text) : text;
  if (type.name.value === "Float") return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
  if (type.name.value === "Boolean" && ONE_OF.includes(text)) return text === "true";
  return text;
}

function json(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(name, "is not JSON. Write it as the variables of a query are written.");
  }
}

/** The parameters that whoever asks may give. */
function definitionsOf(document: DocumentNode, fixed: Variables): Map<string, VariableDefinitionNode> {
  const given = getOperationAST(document)?.variableDefinitions ?? [];
  return new Map(
    given
      .filter(({ variable }) => !(variable.name.value in fixed))
      .map((definition) => [definition.variable.name.value, definition]),
  );
}

/**
 * The variables that an address gives to the query which it stands for.
 * @param fixed those that the path says
 * @throws CallerError BAD_USER_INPUT for a parameter that it does not take, or that is given twice, or is no JSON
 */
export function variablesIn(
  document: DocumentNode,
  parameters: URLSearchParams,
  fixed: Variables,
): Variables {
  const definitions = definitionsOf(document, fixed);
  const variables: Variables = { ...fixed };
  for (const name of new Set(parameters.keys())) {
    const definition = definitions.get(name);
    if (!definition) {
      throw badInput(
        name.slice(0, 80),
        `is no parameter here. There are ${[...definitions.keys()].join(", ")}.`,
      );
    }
    const [text, ...more] = parameters.getAll(name);
    if (more.length > 0) throw badInput(name, "is given several times; give it once.");
    if (text !== "") variables[name] = read(name, text, definition.type);
  }
  return variables;
}

/**
 * The values as resolvers get them.
 * @throws CallerError BAD_USER_INPUT for one that is not of its type
 */
export function coerced(schema: GraphQLSchema, document: DocumentNode, variables: Variables): Variables {
  const definitions = getOperationAST(document)?.variableDefinitions ?? [];
  const { coerced: values, errors } = getVariableValues(schema, definitions, variables, { maxErrors: 1 });
  if (values) return values as Variables;
  const [error] = errors;
  if (error.originalError instanceof CallerError) throw error.originalError;
  const [, name = "parameters"] = /^Variable "\$(\w+)"/.exec(error.message) ?? [];
  const problem = error.message.replace(/^.*?; /s, "").slice(0, 300);
  throw badInput(name, problem);
}
