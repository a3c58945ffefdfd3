import "reflect-metadata";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getIntrospectionQuery, Kind, parse, type TypeNode } from "graphql";
import { createSchema } from "../../../src/graph/schema";
import { checkDocument } from "../../../src/server/limits/document-check";
import { DEFAULT_LIMITS } from "../../../src/server/limits/limits";
import { QueryCosts } from "../../../src/server/limits/query-costs";
import { DEFAULT_QUERY } from "../../../src/web/playground/default-query";
import { workloads } from "../../bench/workloads";

const costs = new QueryCosts(createSchema(), DEFAULT_LIMITS.cost);

const root = path.join(__dirname, "../../..");

function queriesIn(folder: string): [string, string][] {
  const files = readdirSync(path.join(root, folder)).filter((file) => file.endsWith(".graphql"));
  return files.map((file) => [file, readFileSync(path.join(root, folder, file), "utf8")]);
}

const documented = [...readFileSync(path.join(root, "README.md"), "utf8").matchAll(/```graphql\n(.*?)```/gs)];

test("the example of the docs costs what they say", () => {
  const [, text] =
    /```graphql\n(.*?)```/s.exec(readFileSync(path.join(root, "docs/limits.md"), "utf8")) ?? [];
  expect(costs.of(parse(text), undefined, {})).toBe(2_101);
});

const VALUES: Record<string, unknown> = { Int: 25, Float: 1, Date: "2018-01-01", String: "x", ID: "x" };

/** A value for each variable that has to be given, by its type. */
function valuesFor(text: string): Record<string, unknown> {
  const valueFor = (type: TypeNode): unknown => {
    if (type.kind === Kind.NON_NULL_TYPE) return valueFor(type.type);
    return type.kind === Kind.LIST_TYPE ? [valueFor(type.type)] : VALUES[type.name.value];
  };
  const values: Record<string, unknown> = {};
  for (const definition of parse(text).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      values[variable.name.value] = valueFor(type);
    }
  }
  return values;
}

test.each<[string, string]>([
  ...queriesIn("tests/contract/queries"),
  ...documented.map(([, text], i): [string, string] => [`README ${i + 1}`, text]),
  ["the playground's first query", DEFAULT_QUERY],
  ...workloads.map(({ id, ours }): [string, string] => [`workload ${id}`, ours.query]),
  ["introspection", getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
])("%s keeps all limits, and the most expensive ones by half", (_name, text) => {
  expect(() => checkDocument(text, DEFAULT_LIMITS)).not.toThrow();
  const cost = costs.of(parse(text), undefined, valuesFor(text));
  expect(cost).toBeDefined();
  expect(cost).toBeLessThan(DEFAULT_LIMITS.cost * 0.55);
});
