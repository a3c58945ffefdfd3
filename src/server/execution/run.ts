import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isObjectType,
  locatedError,
  responsePathAsArray,
} from "graphql";
import { type Holder, Place } from "./place";
import type { CompositePlan, FieldPlan, OperationPlan, Row, SelectionPlan, ValuePlan } from "./plan";

/** How many parameters a resolver has that takes `info`. */
const RESOLVER_WITH_INFO = 4;
const NO_INFO = undefined as unknown as GraphQLResolveInfo;

/** Something whose error only graphql-js itself words as it does. */
class Unclear extends Error {}

/**
 * One execution of a plan. It waits by counting, and makes no promises besides those that the resolvers give, which is
 * most of what makes it faster than the executor of graphql-js.
 */
export class Run {
  data: Row | null = null;
  readonly errors: GraphQLError[] = [];
  /** Whether the errors may be other ones than graphql-js would give. */
  isUnclear = false;
  private awaited = 0;
  private finish: (() => void) | undefined;
  private readonly argumentValues = new Map<FieldPlan, Record<string, unknown>>();

  constructor(
    private readonly plan: OperationPlan,
    private readonly rootValue: unknown,
    private readonly context: unknown,
    private readonly variableValues: Record<string, unknown>,
  ) {}

  /** Executes everything. Gives a promise only when something has to be waited for; it never rejects. */
  start(): Promise<void> | undefined {
    this.data = new this.plan.root.Row();
    this.fill(this.data, this.plan.root, this.rootValue, undefined);
    if (this.awaited === 0) return undefined;
    return new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  private fill(row: Row, { fields }: SelectionPlan, source: unknown, parent: Place | undefined): void {
    for (const field of fields) {
      if (!copyPlainValue(row, field, source)) {
        this.resolve(new Place(parent, row, field.key, field, field.value), source);
      }
    }
  }

  private resolve(place: Place, source: unknown): void {
    const { field } = place;
    try {
      const resolver = field.definition.resolve ?? defaultFieldResolver;
      this.settle(
        place,
        resolver(source, this.argumentsOf(field), this.context, this.infoFor(resolver, place)),
      );
    } catch (error) {
      this.fail(place, error);
    }
  }

  private settle(place: Place, value: unknown): void {
    if (isPromise(value)) this.wait(place, value, (result) => this.complete(place, result));
    else this.complete(place, value);
  }

  private wait<Value>(place: Place, promise: PromiseLike<Value>, goOn: (value: Value) => void): void {
    // Keeps the order of the fields.
    place.holder[place.key] = undefined;
    this.awaited += 1;
    const done = () => {
      this.awaited -= 1;
      if (this.awaited === 0) this.finish?.();
    };
    Promise.resolve(promise).then(
      (value) => {
        try {
          goOn(value);
        } catch (error) {
          this.fail(place, error);
        }
        done();
      },
      (error) => {
        this.fail(place, error);
        done();
      },
    );
  }

  /** Puts a value into the answer. Throws what makes the place fail. */
  private complete(place: Place, value: unknown): void {
    const { plan, holder, key } = place;
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) {
      if (plan.isNonNull) throw new Error(`Cannot return null for non-nullable field ${nameOf(place)}.`);
      holder[key] = null;
    } else if (plan.kind === "leaf") {
      holder[key] = plan.type.serialize(value);
      if (holder[key] === null || holder[key] === undefined) throw new Unclear();
    } else if (plan.kind === "list") {
      this.list(place, plan.item, value);
    } else if (plan.kind === "object") {
      this.object(place, plan, plan.type, value);
    } else {
      const { type } = plan;
      const resolve = type.resolveType ?? defaultTypeResolver;
      const name = resolve(value, this.context, this.infoOf(place.ofField), type);
      const withType = (found: unknown) => this.object(place, plan, this.typeNamed(found, type), value);
      if (isPromise(name)) this.wait(place, name, withType);
      else withType(name);
    }
  }

  private list(place: Place, plan: ValuePlan, values: unknown): void {
    if (!isIterableObject(values)) throw new Unclear();
    const list: unknown[] = [];
    place.holder[place.key] = list;
    let index = 0;
    for (const value of values) {
      const item = new Place(place, list as unknown as Holder, index, place.field, plan);
      index += 1;
      try {
        this.settle(item, value);
      } catch (error) {
        this.fail(item, error);
      }
    }
  }

  private object(place: Place, plan: CompositePlan, type: GraphQLObjectType, value: unknown): void {
    if (!type.isTypeOf) {
      this.row(place, plan, type, value);
      return;
    }
    const check = (isOfType: boolean) => {
      if (!isOfType) throw new Unclear();
      this.row(place, plan, type, value);
    };
    const isOfType = type.isTypeOf(value, this.context, this.infoOf(place.ofField));
    if (isPromise(isOfType)) this.wait(place, isOfType, check);
    else check(isOfType);
  }

  private row(place: Place, plan: CompositePlan, type: GraphQLObjectType, value: unknown): void {
    const selection = this.plan.selectionOf(place.field, plan, type);
    const row = new selection.Row();
    place.holder[place.key] = row;
    this.fill(row, selection, value, place);
  }

  private typeNamed(name: unknown, abstract: GraphQLAbstractType): GraphQLObjectType {
    const type = typeof name === "string" ? this.plan.schema.getType(name) : undefined;
    if (!isObjectType(type) || !this.plan.schema.isSubType(abstract, type)) throw new Unclear();
    return type;
  }

  private argumentsOf(field: FieldPlan): Record<string, unknown> {
    if (field.definition.args.length === 0) return {};
    let values = this.argumentValues.get(field);
    if (!values) {
      values = getArgumentValues(field.definition, field.nodes[0], this.variableValues);
      this.argumentValues.set(field, values);
    }
    return { ...values };
  }

  /** What a resolver takes no notice of is not made for it. */
  private infoFor({ length }: { length: number }, place: Place): GraphQLResolveInfo {
    return length < RESOLVER_WITH_INFO ? NO_INFO : this.infoOf(place);
  }

  private infoOf(place: Place): GraphQLResolveInfo {
    const { field } = place;
    const { schema, fragments, operation } = this.plan;
    return {
      fieldName: field.definition.name,
      fieldNodes: field.nodes,
      returnType: field.definition.type,
      parentType: field.parentType,
      path: place as GraphQLResolveInfo["path"],
      schema,
      fragments,
      rootValue: this.rootValue,
      operation,
      variableValues: this.variableValues,
    };
  }

  private fail(place: Place, error: unknown): void {
    if (error instanceof Unclear) this.isUnclear = true;
    this.errors.push(locatedError(error, place.field.nodes, responsePathAsArray(place)));
    const nullable = place.nullable;
    if (nullable) nullable.holder[nullable.key] = null;
    else this.data = null;
  }
}

/** The most common case by far, a plain value of a plain row. False where it is another one, or not as it should be. */
function copyPlainValue(row: Row, { key, definition, value: plan }: FieldPlan, source: unknown): boolean {
  if (definition.resolve || plan.kind !== "leaf" || typeof source !== "object" || source === null)
    return false;
  try {
    const value = (source as Row)[definition.name];
    if (value === null && !plan.isNonNull) {
      row[key] = null;
      return true;
    }
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false;
    row[key] = plan.type.serialize(value);
    return row[key] !== null && row[key] !== undefined;
  } catch {
    return false;
  }
}

function nameOf({ field }: Place): string {
  return `${field.parentType.name}.${field.definition.name}`;
}

function isPromise<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function isIterableObject(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && typeof (value as Iterable<unknown>)[Symbol.iterator] === "function";
}
