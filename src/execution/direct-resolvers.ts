import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Storage = ReturnType<typeof getMetadataStorage>;
type ResolverMetadata = Storage['queries'][number] | Storage['fieldResolvers'][number];
type Parameter = NonNullable<ResolverMetadata['params']>[number];
type Values = Record<string, unknown>;
type Bind = (source: unknown, args: Values, context: unknown) => unknown;
type Method = (...values: unknown[]) => unknown;

/**
 * Calls resolvers directly. type-graphql validates arguments by class-validator, asynchronously, and so makes a
 * promise of every field that has any, also where there is nothing to validate: `title(language: DA)` of a thousand
 * clauses is a thousand promises. Our arguments carry no such decorators and our resolvers no middlewares; what
 * uses more of type-graphql than the source, the context and the arguments keeps its own resolver.
 */
export function callResolversDirectly(schema: GraphQLSchema): GraphQLSchema {
  const { queries, fieldResolvers, objectTypes } = getMetadataStorage();
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const query of queries) {
    const field = fields[query.schemaName];
    if (field?.resolve) field.resolve = directly(query, field.resolve);
  }
  for (const { name, target } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const owner of ancestryOf(target)) {
      for (const resolver of fieldResolvers) {
        if (resolver.getObjectType?.() !== owner) continue;
        const field = type.getFields()[resolver.schemaName];
        if (field?.resolve) field.resolve = directly(resolver, field.resolve);
      }
    }
  }
  return schema;
}

/** A class and those it extends, the first of them first: fields are inherited, and overridden. */
function ancestryOf(target: unknown): unknown[] {
  const above: unknown = typeof target === 'function' ? Object.getPrototypeOf(target) : null;
  return above === null ? [] : [...ancestryOf(above), target];
}

type Resolve = GraphQLFieldResolver<unknown, unknown, Values>;

function directly(metadata: ResolverMetadata, original: Resolve): Resolve {
  const binds = [...(metadata.params ?? [])].sort((a, b) => a.index - b.index).map(bindOf);
  if (metadata.middlewares?.length || metadata.roles?.length || !isComplete(binds)) return original;
  const { methodName, target: owner } = metadata;
  const isOwn = 'kind' in metadata && metadata.kind === 'internal';
  const instance = isOwn ? null : instanceOf(owner);
  return (source, args, context, info) => {
    // type-graphql makes an instance of a plain object first.
    if (isOwn && !(source instanceof owner)) return original(source, args, context, info);
    const target = (instance ?? source) as Record<string, Method>;
    const method = target[methodName];
    // A getter of the object itself is a field without arguments.
    if (typeof method !== 'function') return method;
    return method.apply(
      target,
      binds.map((bind) => bind(source, args, context)),
    );
  };
}

const instances = new Map<unknown, object>();

/** Resolvers hold no state: one of each class serves all. */
function instanceOf(target: ResolverMetadata['target']): object {
  const known = instances.get(target);
  if (known) return known;
  const instance = new (target as new () => object)();
  instances.set(target, instance);
  return instance;
}

const isComplete = (binds: readonly (Bind | undefined)[]): binds is Bind[] => !binds.includes(undefined);

function bindOf(parameter: Parameter): Bind | undefined {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName === undefined ? (source) => source : undefined;
    case 'context':
      return parameter.propertyName === undefined ? (_source, _args, context) => context : undefined;
    case 'arg':
      return (_source, args) => args[parameter.name];
    case 'args':
      return (_source, args) => args;
    default:
      return undefined;
  }
}
