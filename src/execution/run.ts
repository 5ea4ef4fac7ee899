import { getArgumentValues, type FieldNode, type GraphQLField, type GraphQLResolveInfo } from 'graphql';
import type { KeptTexts, Texts } from './kept-texts.js';

export type Arguments = Readonly<Record<string, unknown>>;
export type Variables = Readonly<Record<string, unknown>>;

/** One place of an operation where a field with arguments, or a text that may be kept, stands. */
export type Slot = number;

/** What is told of a field to its resolver, whatever it is asked of. */
export type FieldPlace = Pick<
  GraphQLResolveInfo,
  'fieldName' | 'fieldNodes' | 'returnType' | 'parentType' | 'path'
>;

/** Thrown where a compiled operation does not know how to go on: graphql-js then executes it, and reports errors. */
export class Unusual extends Error {}

/** What one execution of a compiled operation works with: made for it, and gone with it. */
export class Run {
  private readonly args: Arguments[] = [];
  private readonly texts: Texts[] = [];
  private readonly infos: GraphQLResolveInfo[] = [];

  constructor(
    readonly context: unknown,
    readonly variables: Variables,
    readonly kept: KeptTexts,
    private readonly operation: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'operation'>,
  ) {}

  /** Arguments follow from the variables alone: they are read once, however many objects a field is asked of. */
  argumentsAt(slot: Slot, field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
    return (this.args[slot] ??= Object.freeze(getArgumentValues(field, node, this.variables)));
  }

  /** Where texts are kept, looked up once for a run. */
  textsAt(slot: Slot, question: () => string): Texts {
    return (this.texts[slot] ??= this.kept.on(question()));
  }

  /** As graphql-js tells a resolver, save for the place in the answer, which is only told in errors. */
  infoAt(slot: Slot, at: FieldPlace): GraphQLResolveInfo {
    return (this.infos[slot] ??= {
      fieldName: at.fieldName,
      fieldNodes: at.fieldNodes,
      returnType: at.returnType,
      parentType: at.parentType,
      path: at.path,
      schema: this.operation.schema,
      fragments: this.operation.fragments,
      rootValue: undefined,
      operation: this.operation.operation,
      variableValues: this.variables,
    });
  }
}
