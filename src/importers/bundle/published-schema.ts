import { sectionSchemas } from "./bundle.schema";
import { MANIFEST, manifestSchema } from "./manifest";
import { CELL, COUNT, DAY, DECIMAL, NUMBER, SLUG, TEXT, URL } from "./value-schemas";

/** Values that stand in many places, under the names by which those refer to them. */
const VALUES = {
  slug: SLUG,
  text: TEXT,
  number: NUMBER,
  count: COUNT,
  day: DAY,
  decimal: DECIMAL,
  url: URL,
  cell: CELL,
};
const nameOf = new Map<unknown, string>(Object.entries(VALUES).map(([name, schema]) => [schema, name]));

/** The JSON Schema of a bundle for other programs: of a YAML or JSON file, and of a line of a JSON Lines file. */
export function publishedSchema(): object {
  const names = Object.keys(sectionSchemas);
  const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
  const list = (name: string) => [name, { type: "array", items: ref(name) }];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Scoregraph bundle",
    description:
      "A YAML or JSON file has lists of records under the names of their sections. A line of a JSON Lines file has one record under the name of its section.",
    anyOf: [ref("file"), ref("line")],
    $defs: {
      file: {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries([[MANIFEST, ref(MANIFEST)], ...names.map(list)]),
      },
      line: {
        type: "object",
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        properties: Object.fromEntries([MANIFEST, ...names].map((name) => [name, ref(name)])),
      },
      [MANIFEST]: manifestSchema,
      ...(standard({ ...sectionSchemas }) as object),
      ...Object.fromEntries(Object.entries(VALUES).map(([name, schema]) => [name, standard(schema)])),
    },
  };
}

/** Days are dates to other programs, and what stands in many places is said once. */
function standard(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(standard);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === "format" && value === "day") return [key, "date"];
      return [key, nameOf.has(value) ? { $ref: `#/$defs/${nameOf.get(value)}` } : standard(value)];
    }),
  );
}
