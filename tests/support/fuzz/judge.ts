import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import { ErrorCode } from "../../../src/common/errors";
import { ERROR_STATUS } from "../../../src/server/http/error-status";
import type { MediaType } from "../../../src/server/http/media-type";
import { AnswerShape } from "./answer-shape";
import type { RandomOperation } from "./random-operation";

/** What was asked, and how it was answered. */
export interface Asked extends RandomOperation {
  mediaType: MediaType;
  status: number;
  contentType: string | null;
  text: string;
}

/** Codes of errors that a valid query can have: it was understood, but what it names or wants cannot be had, or is too much. */
const OF_VALID: ReadonlySet<string> = new Set([
  ErrorCode.BAD_USER_INPUT,
  ErrorCode.NOT_FOUND,
  ErrorCode.AMBIGUOUS,
  ErrorCode.DIRECTION_UNKNOWN,
  ErrorCode.QUERY_TOO_LARGE,
  ErrorCode.QUERY_TOO_EXPENSIVE,
]);

/** What nobody outside should see. */
const LEAKS =
  /\bSELECT\b|\bFROM \w|node_modules|\.[tj]s:\d|\n {4}at |syntax error at or near|relation "|column "/;

/** The document, if graphql-js finds nothing wrong with the operation. */
export function validDocument(schema: GraphQLSchema, { query, variables }: RandomOperation) {
  try {
    const document = parse(query);
    if (validate(schema, document).length > 0) return undefined;
    const operation = getOperationAST(document);
    if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    return errors ? undefined : document;
  } catch {
    return undefined;
  }
}

/** Says what is wrong with an answer; undefined when nothing is. */
export function answerProblem(
  schema: GraphQLSchema,
  document: DocumentNode | undefined,
  asked: Asked,
): string | undefined {
  const { text, status, mediaType, contentType } = asked;
  if (contentType !== `${mediaType}; charset=utf-8`) return `the content type is ${contentType}`;
  let answer: { data?: unknown; errors?: GraphQLError[] };
  try {
    answer = JSON.parse(text);
  } catch {
    return "the answer is no JSON";
  }
  const { data, errors, ...rest } = answer;
  const others = Object.keys(rest).filter((key) => key !== "extensions");
  if (others.length > 0) return `the answer has ${others}`;
  if (data === undefined && !errors) return "the answer has neither data nor errors";
  if (errors && (!Array.isArray(errors) || errors.length === 0)) return "the errors are no list, or empty";
  for (const error of errors ?? []) {
    const problem = errorProblem(error, document !== undefined);
    if (problem) return problem;
  }
  const code = errors?.[0].extensions.code as ErrorCode;
  const expected = data === undefined ? ERROR_STATUS[code][mediaType] : 200;
  if (status !== expected) return `the status is ${status}, not ${expected}`;
  if (!document) return data === undefined ? undefined : "the answer has data, though the query is wrong";
  if (data === null && !errors) return "the data are null without an error";
  return data === undefined ? undefined : new AnswerShape(schema, document, asked.variables).problem(data);
}

function errorProblem(error: GraphQLError, isValid: boolean): string | undefined {
  const { message, locations, path, extensions } = error;
  const code = String(extensions?.code);
  if (typeof message !== "string" || message === "") return "an error has no message";
  if (!(code in ErrorCode) || code === ErrorCode.INTERNAL_SERVER_ERROR)
    return `an error has the code ${code}: ${message}`;
  if (isValid && !OF_VALID.has(code)) return `a valid query has an error of the code ${code}: ${message}`;
  if (path && !path.every((step) => ["string", "number"].includes(typeof step)))
    return "an error has a wrong path";
  if (locations && !locations.every(({ line, column }) => line > 0 && column > 0))
    return "an error has a wrong location";
  if (code.startsWith("GRAPHQL_") && message.includes("Did you mean"))
    return `names are suggested: ${message}`;
  return LEAKS.test(JSON.stringify(error)) ? `an error tells too much: ${message}` : undefined;
}
