import { GraphQLJSONObject } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { badInput } from "../../common/errors";
import { MAX_PAGE_SIZE } from "../../common/pagination/page-size";
import type { RequestContext } from "../../db/request-context";
import { AnswerJson, KeptAnswer } from "./answer.types";
import { AnswerChanges, RowChange, RowChangesArgs, ValueChange } from "./changes/changes.types";
import { findChanges } from "./changes/find-changes";
import { keepAnswer } from "./keep-answer";
import { keepingOf, loadAnswer } from "./kept-answer";
import { toldBytesOf } from "./told-bytes";

@Resolver(() => KeptAnswer)
class KeptAnswerResolver {
  @Cost({ each: 5 })
  @Query(() => KeptAnswer, {
    description:
      "An answer that was kept, by its id. Where none is kept by it, that is an error (NOT_FOUND). A kept answer is not among the things that `node` finds.",
  })
  answer(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Its id, as `keepAnswer` gave it and as it stands in `/a/ID`." })
    id: string,
  ): Promise<KeptAnswer> {
    return loadAnswer(keepingOf(context), id);
  }

  @Cost({ each: 20 })
  @Mutation(() => KeptAnswer, {
    description:
      "Asks a query and keeps it with its answer, so that both can be cited. All of the answer is read from one moment of the data. The same query, of the same variables and revision of the data, is the same answer with the same id, whoever keeps it. Costs what the query costs, besides. A query that has errors is not kept, nor one that asks for the schema or for kept answers (BAD_USER_INPUT), nor one that is too large (QUERY_TOO_LARGE, ANSWER_TOO_LARGE). A client may keep so many in an hour (RATE_LIMITED); a service may keep none (KEEPING_CLOSED). Kept answers are public, and stay.",
  })
  keepAnswer(
    @Ctx() context: RequestContext,
    @Arg("query", () => String, { description: "The query's text, of any length that is kept." })
    query: string,
    @Arg("variables", () => GraphQLJSONObject, {
      nullable: true,
      description: "Its variables; those that it does not have are left out.",
    })
    variables: Record<string, unknown> | null | undefined,
    @Arg("operationName", () => String, {
      nullable: true,
      description: "Which of its operations is meant, where it has several.",
    })
    operationName: string | null | undefined,
  ): Promise<KeptAnswer> {
    return keepAnswer(context, {
      query,
      variables: variables ?? null,
      operationName: operationName ?? null,
    });
  }

  @FieldResolver()
  query(@Ctx() context: RequestContext, @Root() { query }: KeptAnswer): string {
    toldBytesOf(context).count(query.length);
    return query;
  }

  @FieldResolver()
  variables(
    @Ctx() context: RequestContext,
    @Root() { variables, variablesText }: KeptAnswer,
  ): Record<string, unknown> {
    toldBytesOf(context).count(variablesText.length);
    return variables;
  }

  @Cost({ once: 100 })
  @FieldResolver(() => AnswerJson, {
    description:
      "The answer itself: what stood under `data`, with its names in the order of the query. Where kept answers would take more than 8 MiB in one answer, the whole request is refused (ANSWER_TOO_LARGE).",
  })
  data(@Ctx() context: RequestContext, @Root() { content }: KeptAnswer): Promise<unknown> {
    return toldBytesOf(context).tellContent(content);
  }

  @Cost({ each: 50 })
  @FieldResolver(() => AnswerChanges, {
    description:
      "Asks the query again, of today's data, and lists what has become another one, row by row. Costs what the query costs, besides.",
  })
  changes(@Ctx() context: RequestContext, @Root() answer: KeptAnswer): Promise<AnswerChanges> {
    return findChanges(context, answer);
  }
}

@Resolver(() => AnswerChanges)
class AnswerChangesResolver {
  @Cost({ items: { argument: "first", most: MAX_PAGE_SIZE }, each: 1 })
  @FieldResolver(() => [RowChange], {
    description:
      "The rows that are not what they were, list by list: in the order of today's lists, then those that were removed. A row within another row's list is listed by itself.",
  })
  rows(
    @Root() { allRows }: AnswerChanges,
    @Args(() => RowChangesArgs) { first, offset }: RowChangesArgs,
  ): RowChange[] {
    if (first < 0 || first > MAX_PAGE_SIZE) {
      throw badInput("first", `${first} is not possible. Give a number from 0 to ${MAX_PAGE_SIZE}.`);
    }
    if (offset < 0) throw badInput("offset", `${offset} is negative. Give 0 or more.`);
    return allRows.slice(offset, offset + first);
  }
}

@Resolver(() => RowChange)
class RowChangeResolver {
  @FieldResolver()
  before(@Ctx() context: RequestContext, @Root() { before }: RowChange): unknown {
    return toldBytesOf(context).tell(before);
  }

  @FieldResolver()
  after(@Ctx() context: RequestContext, @Root() { after }: RowChange): unknown {
    return toldBytesOf(context).tell(after);
  }

  @FieldResolver()
  values(@Ctx() context: RequestContext, @Root() { values }: RowChange): ValueChange[] {
    return toldBytesOf(context).isExceeded ? [] : values;
  }
}

@Resolver(() => ValueChange)
class ValueChangeResolver {
  @FieldResolver()
  path(@Ctx() context: RequestContext, @Root() { path }: ValueChange): string {
    return toldBytesOf(context).tell(path) ?? "";
  }

  @FieldResolver()
  before(@Ctx() context: RequestContext, @Root() { before }: ValueChange): unknown {
    return toldBytesOf(context).tell(before);
  }

  @FieldResolver()
  after(@Ctx() context: RequestContext, @Root() { after }: ValueChange): unknown {
    return toldBytesOf(context).tell(after);
  }
}

/** What can be kept, and be asked again. */
export const answerResolvers = [
  KeptAnswerResolver,
  AnswerChangesResolver,
  RowChangeResolver,
  ValueChangeResolver,
];
