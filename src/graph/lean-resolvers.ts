import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from "graphql";

/** What type-graphql knows of the types of a schema; it keeps that where all its copies in a process find it. */
interface Metadata {
  fieldResolvers: ResolverMetadata[];
  objectTypes: TypeMetadata[];
  interfaceTypes: TypeMetadata[];
}

interface TypeMetadata {
  name: string;
  target: Class;
  interfaceClasses?: Class[];
  fields?: (Guarded & { name: string; schemaName: string })[];
}

interface ResolverMetadata extends Guarded {
  kind: "internal" | "external";
  target: new () => Instance;
  methodName: string;
  getObjectType?: () => unknown;
  params?: ParameterMetadata[];
}

interface ParameterMetadata {
  kind: string;
  index: number;
  name?: string;
  propertyName?: string;
}

/** What may come before a resolver. */
interface Guarded {
  middlewares?: unknown[];
  roles?: unknown[];
}

// biome-ignore lint/complexity/noBannedTypes: classes are told apart, not called
type Class = Function;
type Instance = Record<string, (...parameters: unknown[]) => unknown>;
type Resolver = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>;
type Pick = (root: unknown, args: Record<string, unknown>, context: unknown) => unknown;

/**
 * Lets plain properties be read, and resolvers that need nothing but the object, the context and plain arguments be called,
 * as they are: what type-graphql does around each of them takes longer than most of them. All others, and all of which its
 * metadata are not found, stay as they are. Gives the names of the fields that were changed.
 *
 * @param resolvers the classes that the schema was built from
 */
export function resolveDirectly(schema: GraphQLSchema, resolvers: readonly Class[]): string[] {
  const metadata = metadataOf(resolvers);
  const instances = new Map<unknown, Instance>();
  const changed: string[] = [];
  for (const objectType of Object.values(schema.getTypeMap())) {
    if (!metadata || !isObjectType(objectType)) continue;
    const family = familyOf(objectType.name, metadata);
    for (const field of Object.values(objectType.getFields())) {
      const direct = directResolver(field, family, metadata, instances);
      if (direct === null) continue;
      field.resolve = direct;
      changed.push(`${objectType.name}.${field.name}`);
    }
  }
  return changed;
}

function metadataOf(resolvers: readonly Class[]): Metadata | undefined {
  const all = globalThis.TypeGraphQLMetadataStorage as unknown as Metadata | undefined;
  const isBuiltFrom = ({ kind, target }: ResolverMetadata) =>
    kind === "internal" || resolvers.includes(target);
  return (
    all && {
      objectTypes: all.objectTypes,
      interfaceTypes: all.interfaceTypes,
      fieldResolvers: all.fieldResolvers.filter(isBuiltFrom),
    }
  );
}

/** A type with the interfaces that it has fields from; each more than once, where there are more classes of one name. */
function familyOf(name: string, { objectTypes, interfaceTypes }: Metadata): TypeMetadata[] {
  const types = objectTypes.filter((type) => type.name === name);
  const classes = new Set(types.flatMap(({ interfaceClasses = [] }) => interfaceClasses));
  return [...types, ...interfaceTypes.filter(({ target }) => classes.has(target))];
}

/** Undefined for a plain property; null when the field is to be left to type-graphql. */
function directResolver(
  field: GraphQLField<unknown, unknown>,
  family: readonly TypeMetadata[],
  { fieldResolvers }: Metadata,
  instances: Map<unknown, Instance>,
): Resolver | undefined | null {
  const targets = new Set<unknown>(family.map(({ target }) => target));
  const found = fieldResolvers.filter(
    (one) => one.methodName === field.name && targets.has(one.getObjectType?.()),
  );
  if (found.length === 1) return plainResolver(found[0], field, instances);
  const known = family.flatMap(({ fields = [] }) => fields).filter((one) => one.schemaName === field.name);
  const isProperty = found.length === 0 && known.length > 0;
  return isProperty && known.every((one) => one.name === field.name && !isGuarded(one)) ? undefined : null;
}

const isGuarded = ({ middlewares, roles }: Guarded) => Boolean(middlewares?.length || roles);

function plainResolver(
  resolver: ResolverMetadata,
  field: GraphQLField<unknown, unknown>,
  instances: Map<unknown, Instance>,
): Resolver | null {
  const { kind, target, methodName, params = [] } = resolver;
  if (kind !== "external" || isGuarded(resolver) || !params.every((one) => isPlain(one, field))) return null;
  const instance = instances.get(target) ?? new target();
  instances.set(target, instance);
  const picks = [...params].sort((a, b) => a.index - b.index).map(pickOf);
  return resolverOf(instance, methodName, picks);
}

function isPlain({ kind, name, propertyName }: ParameterMetadata, { args }: GraphQLField<unknown, unknown>) {
  if (kind === "root" || kind === "context") return propertyName === undefined;
  const argument = kind === "arg" ? args.find((one) => one.name === name) : undefined;
  return argument !== undefined && !isInputObjectType(getNamedType(argument.type));
}

const ROOT: Pick = (root) => root;
const CONTEXT: Pick = (_root, _args, context) => context;

function pickOf({ kind, name = "" }: ParameterMetadata): Pick {
  if (kind === "root") return ROOT;
  return kind === "context" ? CONTEXT : (_root, args) => args[name];
}

/** None of them takes `info`, which the executor need not make then. */
function resolverOf(instance: Instance, method: string, picks: readonly Pick[]): Resolver {
  const [first, second] = picks;
  if (picks.length === 2 && first === CONTEXT && second === ROOT) {
    return (root, _args, context) => instance[method](context, root);
  }
  if (picks.length === 1 && first === ROOT) return (root) => instance[method](root);
  return (root, args, context) => instance[method](...picks.map((pick) => pick(root, args, context)));
}
