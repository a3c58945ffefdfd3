import type { ErrorObject } from "ajv";
import type { Problem } from "../problem";
import type { PlacedRecord } from "./placed-record";

const TYPES: Record<string, string> = {
  array: "a list",
  object: "a group of named values",
  string: "text",
  integer: "a whole number",
  boolean: "true or false",
};

/** Says what the schema found in a record, at its place; null for what another problem says better. */
export function schemaProblem(record: PlacedRecord, error: ErrorObject): Problem | null {
  if (error.keyword === "propertyNames" || error.keyword === "if") return null;
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const { additionalProperty } = error.params as { additionalProperty?: string };
  const culprit = additionalProperty ?? error.propertyName;
  const name = path.join(".") || "the record";
  const [key = "", ...inner] = culprit === undefined ? path : [...path, culprit];
  const steps = inner.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { ...record.at(key === "" ? [] : [key, ...steps]), message: `${name}: ${said(error)}.` };
}

function said({ keyword, params, parentSchema, data, propertyName, message }: ErrorObject): string {
  const schema = parentSchema as { description?: string; properties?: object };
  if (propertyName !== undefined) return `"${propertyName}" must be ${schema.description}`;
  switch (keyword) {
    case "required":
      return `"${params.missingProperty}" is missing`;
    case "additionalProperties": {
      const known = Object.keys(schema.properties ?? {}).join(", ");
      return `"${params.additionalProperty}" is not known here. Known are ${known}`;
    }
    case "enum":
      return `must be one of ${params.allowedValues.join(", ")}, not ${shown(data)}`;
    case "minItems":
    case "minProperties":
      return "must not be empty";
  }
  const right = schema.description ?? TYPES[params.type];
  return right ? `must be ${right}, not ${shown(data)}` : `${message}, not ${shown(data)}`;
}

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a group of named values";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
