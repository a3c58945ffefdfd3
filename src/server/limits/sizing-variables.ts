import { type DocumentNode, Kind, visit } from "graphql";
import { countConditions } from "./sizes";

/** What of a variable's value decides on what a query costs. */
type Measure = (value: unknown) => unknown;

const MEASURES: Readonly<Record<string, Measure>> = { first: asIs, last: asIs, where: countConditions };

/** Names what decides on the cost of a document's operations: equal keys, equal costs. */
export class SizingVariables {
  private readonly measures = new Map<string, Set<Measure>>();

  constructor(document: DocumentNode) {
    visit(document, {
      Argument: ({ name, value }) => this.collect(value, MEASURES[name.value] ?? lengthOf),
      Directive: (directive) => {
        for (const { value } of directive.arguments ?? []) this.collect(value, asIs);
        return false;
      },
    });
  }

  keyOf(operationName: string | undefined, variables: Readonly<Record<string, unknown>>): string {
    let key = operationName ?? "";
    for (const [name, measures] of this.measures) {
      for (const measure of measures) {
        // What is given as null is not what is not given, where there is a default.
        key += `\n${Object.hasOwn(variables, name) ? String(measure(variables[name])) : ""}`;
      }
    }
    return key;
  }

  private collect(value: Parameters<typeof visit>[0], measure: Measure): void {
    visit(value as DocumentNode, {
      [Kind.VARIABLE]: (variable: { name: { value: string } }) => {
        const measures = this.measures.get(variable.name.value);
        if (measures) measures.add(measure);
        else this.measures.set(variable.name.value, new Set([measure]));
      },
    });
  }
}

function asIs(value: unknown): unknown {
  return typeof value === "object" ? typeof value : value;
}

/** Of what is no list, only whether it is there: its value decides on nothing. */
function lengthOf(value: unknown): unknown {
  return Array.isArray(value) ? value.length : value === null;
}
