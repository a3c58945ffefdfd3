import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { badInput } from "../../common/errors";
import { parseGlobalId, toGlobalId } from "../../common/global-id";
import type { RequestContext } from "../../db/request-context";
import { Node, type TypedRow } from "./node.type";
import { loadRow } from "./row.loaders";
import { type RowTypeName, rowTypes } from "./row-types";

const MOST_NODES = 500;

async function findNode(context: RequestContext, id: string, argument: string): Promise<TypedRow | null> {
  const parsed = parseGlobalId(id);
  if (!parsed || !Object.hasOwn(rowTypes, parsed.type)) {
    throw badInput(
      argument,
      `"${id.slice(0, 80)}" is not a global id. Use an \`id\` that a query of this service gave.`,
    );
  }
  const row = await loadRow(context, parsed.type as RowTypeName, parsed.key);
  return row && { ...row, __typename: parsed.type };
}

@Resolver(() => Node)
export class NodeResolver {
  @FieldResolver(() => ID)
  id(@Root() row: { id: number }, @Info() info: GraphQLResolveInfo): string {
    return toGlobalId(info.parentType.name, row.id);
  }

  @Query(() => Node, {
    nullable: true,
    description:
      "Finds any thing by its global id; null when there is none any more. A text that is no global id is an error (BAD_USER_INPUT).",
  })
  node(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Global id, as any `id` field gives it." }) id: string,
  ): Promise<TypedRow | null> {
    return findNode(context, id, "id");
  }

  @Cost({ items: { argument: "ids", most: MOST_NODES } })
  @Query(() => [Node], {
    nullable: "items",
    description:
      "Finds several things by their global ids, in the order asked for; null in the place of each that does not exist.",
  })
  nodes(
    @Ctx() context: RequestContext,
    @Arg("ids", () => [ID], { description: `Global ids, at most ${MOST_NODES}.` }) ids: string[],
  ): Promise<(TypedRow | null)[]> {
    if (ids.length > MOST_NODES) {
      throw badInput("ids", `${ids.length} ids are too many at once. Ask for at most ${MOST_NODES}.`);
    }
    return Promise.all(ids.map((id) => findNode(context, id, "ids")));
  }
}
