import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { badInput } from "../../common/errors";
import { pageRequest } from "../../common/pagination/page-args";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import { Node, type TypedRow } from "../node/node.type";
import { loadRow } from "../node/row.loaders";
import { countMatches, findMatches } from "./search.queries";
import { SearchArgs, SearchKind, SearchResult, SearchResultConnection } from "./search.types";

const LONGEST_TEXT = 200;

@Resolver(() => SearchResult)
export class SearchResolver {
  @Cost({ once: 20 })
  @Query(() => SearchResultConnection, {
    description:
      "Looks through everything that has a name, alias, title or identifier; forgives slips in typing.",
  })
  async search(
    @Ctx() context: RequestContext,
    @Args(() => SearchArgs) args: SearchArgs,
  ): Promise<SearchResultConnection> {
    const text = args.text.trim();
    if (text === "") throw badInput("text", "is empty. Give at least one letter to look for.");
    if (text.length > LONGEST_TEXT) {
      throw badInput("text", `has ${text.length} letters. Look for at most ${LONGEST_TEXT}.`);
    }
    const page = pageRequest(args);
    const kinds = args.kinds ?? Object.values(SearchKind);
    if (kinds.length === 0) throw badInput("kinds", "is empty. Leave it out to look through all kinds.");
    const benchmarkId =
      args.benchmark == null
        ? null
        : await resolveReference(context, "Benchmark", args.benchmark, "benchmark");
    const terms = { text, types: kinds, benchmarkId };
    return new SearchResultConnection({
      page: async () => (await findMatches(context.db, terms, page)) ?? emptyPage(page),
      count: () => countMatches(context.db, terms),
    });
  }

  @FieldResolver(() => Node, { description: "What was found." })
  async node(@Ctx() context: RequestContext, @Root() result: SearchResult): Promise<TypedRow | null> {
    const row = await loadRow(context, result.type, result.key);
    return row && { ...row, __typename: result.type };
  }
}
