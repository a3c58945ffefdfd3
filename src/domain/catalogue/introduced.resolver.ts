import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import type { ClaimedKind } from "../claim/claim-tables";
import { loadLinked } from "../node/row.loaders";
import { rowTypes } from "../node/row-types";
import { Paper } from "../paper/paper.entity";
import { Kinds } from "./kind";

/** Makes the resolver of `introducedBy` for one kind of thing that papers introduce. */
export function introducedResolver(kind: ClaimedKind): ClassType {
  @Resolver(() => rowTypes[kind].entity)
  class IntroducedResolver {
    @FieldResolver(() => Paper, {
      nullable: true,
      description: `The paper that introduced this ${Kinds[kind].label}; null where not known.`,
    })
    introducedBy(
      @Ctx() context: RequestContext,
      @Root() row: { introducedById: number | null },
    ): Awaitable<Paper | null> {
      return loadLinked(context, "Paper", row.introducedById);
    }
  }
  return IntroducedResolver;
}
