import type { ErrorObject } from "ajv";
import { nearest } from "../../../common/nearest";
import type { Located } from "../../input/located";
import type { Problem } from "../../problem";

const TYPES: Record<string, string> = {
  array: "a list",
  object: "a group of named values",
  string: "text",
  boolean: "true or false",
};

/** Says what the schema found in a mapping, at its place; null for what another problem says better. */
export function schemaProblem(document: Located, error: ErrorObject): Problem | null {
  if (error.keyword === "propertyNames") return null;
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const key: string | undefined = error.propertyName ?? error.params.additionalProperty;
  const place = document.at(key === undefined ? path : [...path, key]);
  return { ...place, message: `${path.join(".") || "the mapping"}: ${said(error)}` };
}

function said({ keyword, params, parentSchema, data, propertyName, message }: ErrorObject): string {
  const schema = parentSchema as { description?: string; properties?: object };
  if (propertyName !== undefined) return `"${propertyName}" must be ${schema.description}.`;
  switch (keyword) {
    case "required":
      return `"${params.missingProperty}" is missing.`;
    case "additionalProperties":
      return `"${params.additionalProperty}" is not known here.${suggestion(params.additionalProperty, Object.keys(schema.properties ?? {}))}`;
    case "enum": {
      const allowed = params.allowedValues.map((value: unknown) => (value === "" ? '""' : value)).join(", ");
      return `must be one of ${allowed}, not ${shown(data)}.`;
    }
    case "minItems":
    case "minProperties":
      return "must not be empty.";
  }
  const right = schema.description ?? TYPES[params.type];
  return right ? `must be ${right}, not ${shown(data)}.` : `${message}, not ${shown(data)}.`;
}

/** Which of the known names may have been meant, or all of them. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near.length) return ` Did you mean ${near.map((each) => `"${each}"`).join(" or ")}?`;
  return known.length
    ? ` Known are ${known
        .slice(0, 30)
        .map((each) => `"${each}"`)
        .join(", ")}.`
    : "";
}

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a group of named values";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
