import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isScalarType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { createSchema } from "../../src/graph/schema";

const schema = createSchema();

const documents = readdirSync(__dirname)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => parse(readFileSync(path.join(__dirname, file), "utf8")));

/** Whether a field gives several things: a list, or a connection with its pages. */
function givesMany(field: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(field.type)) || getNamedType(field.type).name.endsWith("Connection");
}

/** Whether a field has code of its own that may read, once for each thing that it is asked of. */
function linksOn(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return !isScalarType(type) && isObjectType(type) && !isListType(getNullableType(field.type));
}

function fieldsOfSchema(matching: (field: GraphQLField<unknown, unknown>) => boolean): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith("__") && !/ConnectionEdge$/.test(type.name))
    .filter((type) => type !== schema.getQueryType())
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(matching)
        .map((field) => `${type.name}.${field.name}`),
    );
}

function fieldsAskedFor(): Set<string> {
  const asked = new Set<string>();
  for (const document of documents) {
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node) => {
          asked.add(`${types.getParentType()?.name}.${node.name.value}`);
        },
      }),
    );
  }
  return asked;
}

/** Every list of a kind is paged alike: it is enough that `edges` and the like are asked for on some of them. */
const PAGED_ALIKE = /Connection\.(edges|pageInfo)$/;

describe("the golden queries", () => {
  it("are valid", () => {
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap((document) => validate(schema, document))).toEqual([]);
  });

  it("ask for every field of the schema that gives several things", () => {
    const asked = fieldsAskedFor();
    const wanted = fieldsOfSchema(givesMany).filter((field) => !PAGED_ALIKE.test(field));
    expect(wanted).toContain("Submission.scores");
    expect(wanted).toContain("Leaderboard.ranking");
    expect(wanted.filter((field) => !asked.has(field))).toEqual([]);
  });

  it("ask for every field of the schema that leads from one thing to another", () => {
    const asked = fieldsAskedFor();
    const wanted = fieldsOfSchema(linksOn).filter((field) => !PAGED_ALIKE.test(field));
    expect(wanted).toContain("Variant.submission");
    expect(wanted.filter((field) => !asked.has(field))).toEqual([]);
  });

  it("ask for every list that the query type gives", () => {
    const asked = fieldsAskedFor();
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(givesMany);
    expect(roots.map((field) => `Query.${field.name}`).filter((field) => !asked.has(field))).toEqual([]);
  });
});
