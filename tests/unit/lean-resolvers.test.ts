import "reflect-metadata";
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import {
  Arg,
  buildSchemaSync,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from "type-graphql";
import { resolveDirectly } from "../../src/graph/lean-resolvers";
import { createSchema } from "../../src/graph/schema";

@InputType()
class Wish {
  @Field(() => Int)
  size: number;
}

@ObjectType()
class Thing {
  @Field(() => Int)
  size: number;

  @Field(() => Int, { name: "renamed" })
  original: number;
}

let watched = 0;

@Resolver(() => Thing)
class ThingResolver {
  private readonly factor = 2;

  @Query(() => Thing)
  thing(): Thing {
    return { size: 3, original: 4 };
  }

  @FieldResolver(() => Int)
  doubled(@Root() thing: Thing): number {
    return this.factor * thing.size;
  }

  @FieldResolver(() => Int)
  times(
    @Arg("by", () => Int, { defaultValue: 5 }) by: number,
    @Root() thing: Thing,
    @Ctx() context: { plus: number },
  ): number {
    return by * thing.size + context.plus;
  }

  @FieldResolver(() => Int)
  wished(@Arg("wish", () => Wish) wish: Wish): number {
    return wish.size;
  }

  @FieldResolver(() => Int)
  @UseMiddleware(async (_, next) => {
    watched += 1;
    return next();
  })
  guarded(@Root() thing: Thing): number {
    return thing.size;
  }
}

const resolverOf = (schema: GraphQLSchema, name: string) => {
  const type = schema.getType("Thing");
  return isObjectType(type)
    ? (type.getFields()[name].resolve as GraphQLFieldResolver<unknown, unknown> | undefined)
    : undefined;
};

it("reads properties and calls resolvers that need no more than the object, the context and plain arguments", () => {
  const schema = buildSchemaSync({ resolvers: [ThingResolver], validate: false });
  expect(resolveDirectly(schema, [ThingResolver]).sort()).toEqual([
    "Thing.doubled",
    "Thing.size",
    "Thing.times",
  ]);
  const thing = { size: 3, original: 4 };
  const call = (name: string, args: object, context: object) =>
    resolverOf(schema, name)?.(thing, args, context, undefined as never);
  expect(resolverOf(schema, "size")).toBeUndefined();
  expect(call("doubled", {}, {})).toBe(6);
  expect(call("times", { by: 7 }, { plus: 1 })).toBe(22);
  expect(call("renamed", {}, {})).toBe(4);
});

it("leaves what has more around it to type-graphql", async () => {
  const schema = buildSchemaSync({ resolvers: [ThingResolver], validate: false });
  resolveDirectly(schema, [ThingResolver]);
  expect(resolverOf(schema, "wished")).toHaveLength(4);
  expect(await resolverOf(schema, "guarded")?.({ size: 3 }, {}, {}, undefined as never)).toBe(3);
  expect(watched).toBe(1);
});

it("finds most fields of the service's schema", () => {
  const types = Object.values(createSchema().getTypeMap()).filter(isObjectType);
  const fields = types
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.values(type.getFields()));
  // Type-graphql's own resolvers take four parameters, of which the last is `info`.
  const left = fields.filter(({ resolve }) => resolve?.length === 4);
  expect(left.length).toBeLessThan(fields.length / 2);
});
