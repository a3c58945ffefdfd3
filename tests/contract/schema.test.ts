import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { printSortedSchema } from "../../src/graph/print-schema";
import { createSchema } from "../../src/graph/schema";

const schema = createSchema();

/** Every place of a schema that can bear a description, with the one it bears. */
function described(within: GraphQLSchema): Map<string, string | null | undefined> {
  const places = new Map<string, string | null | undefined>();
  for (const type of Object.values(within.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (type !== within.getQueryType()) places.set(type.name, type.description);
    if (isEnumType(type)) {
      for (const value of type.getValues()) places.set(`${type.name}.${value.name}`, value.description);
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const name = `${type.name}.${field.name}`;
        places.set(name, field.description);
        for (const arg of (field as GraphQLField<unknown, unknown>).args ?? []) {
          places.set(`${name}(${arg.name})`, arg.description);
        }
      }
    }
  }
  return places;
}

test("the committed schema.graphql is the schema (write it anew with `npm run schema`)", () => {
  const committed = readFileSync(path.join(__dirname, "../../schema.graphql"), "utf8");
  expect(printSortedSchema(schema)).toBe(committed);
});

test("every type, field, argument and enum value has a description", () => {
  const places = described(schema);
  expect(places.size).toBeGreaterThan(500);
  const bare = [...places].filter(([, text]) => !text?.trim().match(/^.{10,}$/s)).map(([name]) => name);
  expect(bare).toEqual([]);
});

test("every kind of thing has a field for one and a field for many", () => {
  const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});
  for (const [one, many] of [
    ["benchmark", "benchmarks"],
    ["leaderboard", "leaderboards"],
    ["submission", "submissions"],
    ["organisation", "organisations"],
    ["lossFunction", "lossFunctions"],
    ["backbone", "backbones"],
    ["trainingDataset", "trainingDatasets"],
    ["paper", "papers"],
    ["node", "nodes"],
  ]) {
    expect(roots).toEqual(expect.arrayContaining([one, many]));
  }
});
