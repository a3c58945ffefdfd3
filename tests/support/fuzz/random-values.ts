import {
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";

/** A value as it is written in a document, and as it is sent in a variable. */
export interface RandomValue {
  literal: string;
  json: unknown;
}

/** What texts look like that nobody expects. */
export const STRANGE_TEXTS = [
  "",
  " ",
  "'",
  '"',
  "\\",
  "%",
  "_",
  "$1",
  "'; DROP TABLE paper; --",
  "\u202eabc",
  "e\u0301\u0327",
  "🙂👩‍👩‍👧",
  "\u{1d518}",
  "İ",
  "null",
  "\n\t\r",
  "\u0000",
  "\u007f\u0085",
  "NaN",
  "1e400",
  "-0",
  "../../etc/passwd",
  "x".repeat(999),
  "é".repeat(1_001),
  "[[{{((",
  "__proto__",
  "constructor",
];

const STRANGE_NUMBERS = [-1, 501, 2_147_483_647, -2_147_483_648];

/** Deepest nesting of input objects. */
const DEPTH = 3;

/** Makes values for arguments: mostly such as are answered, some strange. */
export class RandomValues {
  /** @param texts names, ids and cursors of what there is */
  constructor(
    private readonly below: (limit: number) => number,
    private readonly texts: readonly string[],
  ) {}

  /** The arguments that were chosen, and one that keeps a page small. */
  complete(all: readonly GraphQLArgument[], chosen: readonly GraphQLArgument[]): readonly GraphQLArgument[] {
    const first = all.find(({ name }) => name === "first");
    const names = chosen.map(({ name }) => name);
    if (!first || names.includes("first") || (names.includes("last") && this.below(20) > 0)) return chosen;
    return [...chosen, first];
  }

  ofArgument(name: string, type: GraphQLInputType): RandomValue {
    if ((name === "first" || name === "last") && this.below(20) > 0) return this.plain(this.below(4));
    return this.of(type, DEPTH);
  }

  private of(type: GraphQLInputType, depth: number): RandomValue {
    if (isNonNullType(type)) return this.of(type.ofType, depth);
    if (isListType(type))
      return this.list(Array.from({ length: this.below(3) }, () => this.of(type.ofType, depth)));
    if (isEnumType(type)) {
      const { name } = this.one(type.getValues());
      return { literal: name, json: name };
    }
    if (!isInputObjectType(type)) return this.ofScalar(type.name);
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || (depth > 0 && this.below(type.isOneOf ? 1 : 4) === 0),
    );
    const members = fields.map(({ name, type: inner }) => [name, this.of(inner, depth - 1)] as const);
    return {
      literal: `{ ${members.map(([name, { literal }]) => `${name}: ${literal}`).join(", ")} }`,
      json: Object.fromEntries(members.map(([name, { json }]) => [name, json])),
    };
  }

  private ofScalar(name: string): RandomValue {
    switch (name) {
      case "Int":
        return this.plain(this.below(8) ? this.below(100) : this.one(STRANGE_NUMBERS));
      case "Float":
        return this.plain(this.below(8) ? this.below(10_000) / 100 : this.one([-1e300, 1e-300, 0, 2 ** 53]));
      case "Boolean":
        return this.plain(this.below(2) === 0);
      case "String":
      case "ID":
        return this.plain(this.below(4) ? this.one(this.texts) : this.one(STRANGE_TEXTS));
      default:
        return this.plain(`20${10 + this.below(20)}-${10 + this.below(3)}-${10 + this.below(18)}`);
    }
  }

  private list(items: readonly RandomValue[]): RandomValue {
    return {
      literal: `[${items.map(({ literal }) => literal).join(", ")}]`,
      json: items.map(({ json }) => json),
    };
  }

  private plain(json: unknown): RandomValue {
    return { literal: JSON.stringify(json), json };
  }

  private one<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)];
  }
}
