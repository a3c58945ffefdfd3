import { type ClassType, FieldResolver, Resolver, Root } from "type-graphql";
import type { Connection } from "../../common/pagination/connection";
import { DirectionSaidBy, RankingDirection, type UsedDirection } from "./direction";

/** Makes the resolver that says of a connection by which direction it was ranked. */
export function directionResolver(type: ClassType<Connection<{ used: UsedDirection }>>): ClassType {
  @Resolver(() => type)
  class DirectionResolver {
    @FieldResolver(() => RankingDirection, { description: "Which of two values counted as the better one." })
    direction(@Root() { source }: Connection<{ used: UsedDirection }>): RankingDirection {
      return source.used.direction;
    }

    @FieldResolver(() => DirectionSaidBy, { description: "Who says that those values are better." })
    directionSaidBy(@Root() { source }: Connection<{ used: UsedDirection }>): DirectionSaidBy {
      return source.used.directionSaidBy;
    }
  }
  return DirectionResolver;
}
