import { readFile } from "node:fs/promises";
import { type GraphQLSchema, Kind, OperationTypeNode, parse, validate } from "graphql";
import { hashOf } from "./answers/answer-key";

/** Queries that are answered where nothing else is. */
export class QueryList {
  private readonly byName = new Map<string, string>();
  private readonly texts = new Set<string>();

  get size(): number {
    return this.texts.size;
  }

  /** @param id how its clients name the query, besides the SHA-256 of its text */
  add(id: string, text: string): void {
    this.byName.set(id.replace(/^sha256:/, ""), text);
    this.byName.set(hashOf(text), text);
    this.texts.add(text);
  }

  hasText(text: string): boolean {
    return this.texts.has(text);
  }

  /** The query of an id, or of a SHA-256. */
  textOf(name: string): string | undefined {
    return this.byName.get(name);
  }
}

/**
 * Reads a list of queries from a file, in either form that the tools of clients write: an object from id to text, or a
 * persisted query manifest of Apollo.
 * @throws Error with a message for the operator when it cannot be read, or a query does not fit the schema
 */
export async function readQueryList(file: string, schema: GraphQLSchema): Promise<QueryList> {
  const list = new QueryList();
  for (const [id, text] of entriesIn(file, await contentOf(file))) {
    const problem = problemOf(text, schema);
    if (problem) throw new Error(`QUERY_LIST: ${file} has a query "${id}" that is not right: ${problem}`);
    list.add(id, text as string);
  }
  if (list.size === 0) throw new Error(`QUERY_LIST: ${file} has no queries, so that none would be answered.`);
  return list;
}

async function contentOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Error(`QUERY_LIST: ${file} cannot be read: ${(error as Error).message}`);
  }
}

function entriesIn(file: string, content: unknown): [id: string, text: unknown][] {
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new Error(`QUERY_LIST: ${file} must be a JSON object of id and text: {"id": "{ __typename }"}.`);
  }
  if (!("operations" in content) || !Array.isArray(content.operations)) return Object.entries(content);
  return content.operations.map((operation) => [String(operation?.id), operation?.body]);
}

function problemOf(text: unknown, schema: GraphQLSchema): string | undefined {
  if (typeof text !== "string") return "its text is missing.";
  try {
    const document = parse(text);
    const [error] = validate(schema, document);
    if (error) return error.message;
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const isQuery = operations.every(
      (operation) =>
        operation.kind === Kind.OPERATION_DEFINITION && operation.operation === OperationTypeNode.QUERY,
    );
    return isQuery ? undefined : "it is no query.";
  } catch (error) {
    return (error as Error).message;
  }
}
