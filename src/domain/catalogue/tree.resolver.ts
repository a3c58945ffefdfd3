import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Awaitable, batched, groupBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { loadLinked } from "../node/row.loaders";
import { rowTypes } from "../node/row-types";
import { Kinds } from "./kind";
import { findAncestors, findChildren, type TreeKind, type TreeRow } from "./tree.queries";

const loadAncestors = batched<RequestContext, TreeKind, number, TreeRow[]>(
  async (context, kind, ids) => groupBy(await findAncestors(context.db, kind, ids), (row) => row.fromId),
  () => [],
);

const loadChildren = batched<RequestContext, TreeKind, number, TreeRow[]>(
  async (context, kind, ids) => groupBy(await findChildren(context.db, kind, ids), (row) => row.fromId),
  () => [],
);

/** Makes the resolver of the fields by which one walks the tree of one kind of thing. */
export function treeResolver(kind: TreeKind): ClassType {
  const { entity } = rowTypes[kind];
  const { label } = Kinds[kind];

  @Resolver(() => entity)
  class TreeResolver {
    @FieldResolver(() => entity, {
      nullable: true,
      description: `The ${label} directly above; null at the top.`,
    })
    parent(
      @Ctx() context: RequestContext,
      @Root() row: { parentId: number | null },
    ): Awaitable<object | null> {
      return loadLinked(context, kind, row.parentId);
    }

    @FieldResolver(() => [entity], { description: `What stands directly under this ${label}, by name.` })
    children(@Ctx() context: RequestContext, @Root() row: { id: number }): Awaitable<object[]> {
      return loadChildren(context, kind, row.id);
    }

    @FieldResolver(() => [entity], { description: `Everything above this ${label}, the nearest first.` })
    ancestors(@Ctx() context: RequestContext, @Root() row: { id: number }): Awaitable<object[]> {
      return loadAncestors(context, kind, row.id);
    }

    @FieldResolver(() => entity, {
      nullable: true,
      description: "The nearest one above that is marked as a family; null when there is none.",
    })
    async family(@Ctx() context: RequestContext, @Root() row: { id: number }): Promise<object | null> {
      return (await loadAncestors(context, kind, row.id)).find((ancestor) => ancestor.isFamily) ?? null;
    }
  }
  return TreeResolver;
}
