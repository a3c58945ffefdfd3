import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, Info, Query, Resolver } from "type-graphql";
import { Selection } from "../../common/selection";
import type { RequestContext } from "../../db/request-context";
import { loadRow } from "../node/row.loaders";
import { rowTypes } from "../node/row-types";
import { type KindName, Kinds } from "./kind";
import { resolveReference } from "./reference.loaders";

interface Roots<Args extends object, Result extends object> {
  kind: KindName;
  /** Names of the fields for one thing and for many. */
  one: string;
  many: string;
  args: ClassType<Args>;
  connection: new (...source: never[]) => Result;
  list: (context: RequestContext, args: Args) => Result;
  /** Reads what is asked of one thing before it is asked for field by field. */
  lookAhead?: (context: RequestContext, id: number, selection: Selection) => Promise<void>;
}

/** Makes the root fields of one kind of thing: one by reference, and the list of all. */
export function rootsResolver<Args extends object, Result extends object>(
  roots: Roots<Args, Result>,
): ClassType {
  const { label } = Kinds[roots.kind];

  @Resolver()
  class RootsResolver {
    @Query(() => rowTypes[roots.kind].entity, {
      name: roots.one,
      nullable: true,
      description: `One ${label}. No match is an error that offers the nearest names (NOT_FOUND), several an error that lists them (AMBIGUOUS).`,
    })
    async one(
      @Ctx() context: RequestContext,
      @Arg("ref", () => String, {
        description:
          "Global id, else slug, else name, else alias (of a paper also arXiv id and DOI), ignoring case.",
      })
      ref: string,
      @Info() info: GraphQLResolveInfo,
    ): Promise<object | null> {
      const id = await resolveReference(context, roots.kind, ref, "ref");
      await roots.lookAhead?.(context, id, Selection.of(info));
      return loadRow(context, roots.kind, id);
    }

    @Query(() => roots.connection, {
      name: roots.many,
      description: `All ${label}s, or those that \`where\` selects.`,
    })
    many(@Ctx() context: RequestContext, @Args(() => roots.args) args: Args): Result {
      return roots.list(context, args);
    }
  }
  return RootsResolver;
}
