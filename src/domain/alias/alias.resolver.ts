import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { batched, groupBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { type KindName, Kinds } from "../catalogue/kind";
import { rowTypes } from "../node/row-types";
import { findAliases } from "./alias.queries";

const loadAliases = batched<RequestContext, KindName, number, { text: string }[]>(
  async (context, kind, ids) => groupBy(await findAliases(context.db, Kinds[kind], ids), (row) => row.id),
  () => [],
);

/** Makes the resolver of `aliases` for one kind of thing. */
export function aliasResolver(kind: KindName): ClassType {
  @Resolver(() => rowTypes[kind].entity)
  class AliasResolver {
    @Cost({ once: 1 })
    @FieldResolver(() => [String], {
      description:
        "Other names and ways to write it, misspellings of sources included, in code-point order. Every `ref` takes them.",
    })
    async aliases(@Ctx() context: RequestContext, @Root() row: { id: number }): Promise<string[]> {
      return (await loadAliases(context, kind, row.id)).map((alias) => alias.text);
    }
  }
  return AliasResolver;
}
