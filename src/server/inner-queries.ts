import { type DocumentNode, type ExecutionResult, GraphQLError, parse, validate } from "graphql";
import { badInput, CallerError, ErrorCode } from "../common/errors";
import type { InnerQueries } from "../common/inner-queries";
import type { Execution } from "./direct-answer";
import type { Charge } from "./execution/gateway";
import { HttpError } from "./http/http-error";
import { checkLiterals, checkVariables } from "./input-check";
import { checkDocument } from "./limits/document-check";
import type { Limits } from "./limits/limits";
import { Owed } from "./limits/owed";
import { checkNesting } from "./nesting-check";

/** How queries are asked, in whichever request. */
export interface InnerQueryTerms extends Execution {
  limits: Limits;
  /** Hides suggestions of names of the schema in errors. */
  production: boolean;
}

/** For whom they are asked. */
export interface InnerAsker {
  /** Takes points from whoever asked. */
  charge?: Charge | undefined;
  /** Counts an answer that is going to be kept; as many as they like, when not given. */
  admitKeeping?: (() => Promise<void>) | undefined;
}

/** As many as Apollo Server tells of a document. */
const MAX_VALIDATION_ERRORS = 5;

/** The queries that are asked within one request: together they may cost what one query may. */
export class QueriesOfRequest implements InnerQueries {
  /** Why the client may not go on: this is to be answered. */
  refusal: unknown;
  private readonly points = new Owed();
  private readonly kept = new Owed();

  constructor(
    private readonly terms: InnerQueryTerms,
    private readonly asker: InnerAsker,
  ) {}

  parse(query: string): DocumentNode {
    const { documents, schema, limits, production } = this.terms;
    const known = documents.ofText(query);
    if (known) {
      checkLiterals(known.document);
      return known.document;
    }
    checkNesting(query);
    checkDocument(query, limits);
    const document = parsed(query, limits.tokens);
    const options = { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions: production };
    const errors = validate(schema, document, undefined, options);
    if (errors.length > 0) {
      const problems = errors.map(({ message }) => message).join(" ");
      throw new CallerError(
        ErrorCode.GRAPHQL_VALIDATION_FAILED,
        `query: does not fit the schema. ${problems}`,
        {
          argument: "query",
        },
      );
    }
    checkLiterals(document);
    return document;
  }

  async ask(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    context: object,
  ): Promise<ExecutionResult> {
    const { schema, execute, costs } = this.terms;
    checkVariables(document, variables);
    const points = costs.check(document, undefined, variables) ?? 0;
    this.points.add(points);
    if (this.points.spent > costs.limit) throw this.tooExpensive();
    await this.orRefuse(this.points.pay(this.asker.charge));
    return execute({ schema, document, variableValues: variables, contextValue: context });
  }

  refuse(error: Error): void {
    this.refusal ??= error;
  }

  admitKeeping(): Promise<void> {
    this.kept.add(1);
    return this.orRefuse(this.kept.pay(this.asker.admitKeeping));
  }

  again(): void {
    this.refusal = undefined;
    this.points.again();
    this.kept.again();
  }

  private async orRefuse(admitted: Promise<void>): Promise<void> {
    try {
      await admitted;
    } catch (error) {
      this.refusal = error;
      // It is told by the refusal; nobody is to look for a fault of ours.
      throw error instanceof HttpError ? new CallerError(error.code, error.message) : error;
    }
  }

  private tooExpensive(): CallerError {
    const { limit } = this.terms.costs;
    const message = `The queries that are asked within this one cost ${this.points.spent} points together; they may cost ${limit}. Ask them in several requests.`;
    return new CallerError(ErrorCode.QUERY_TOO_EXPENSIVE, message, {
      argument: "query",
      cost: { requested: this.points.spent, limit },
    });
  }
}

function parsed(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw badInput("query", "cannot be parsed.");
    const [{ line, column } = { line: 1, column: 1 }] = error.locations ?? [];
    throw new CallerError(
      ErrorCode.GRAPHQL_PARSE_FAILED,
      `query: ${error.message} (line ${line}, column ${column} of the query)`,
      { argument: "query" },
    );
  }
}
