import { Arg, Ctx, Extensions, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { ABOUT_CALLER } from '../shared/about-caller.js';
import { nonEmpty } from '../shared/catalogue.js';
import { badInput } from '../shared/errors.js';
import { Node } from '../shared/node.js';
import type { NeedsPace } from '../shared/pace.js';
import type { ReferenceIndex } from './reference-index.js';
import { resolveReference } from './resolve-reference.js';

export const MOST_REFERENCES = 500;
const LONGEST_REFERENCE = 500;

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsReferences {
  release: { references: ReferenceIndex };
}

@ObjectType('Resolution', {
  simpleResolvers: true,
  description: 'What a reference as people write it means.',
})
export class Resolution {
  @Field(() => String, { description: 'The reference as it was given.' })
  reference!: string;

  @Field(() => Node, {
    nullable: true,
    description:
      'What it means, if it can mean nothing else; null if it is ambiguous or nothing has that number. A citation of a law gives the provision.',
  })
  node!: Node | null;

  @Field(() => [Node], {
    description:
      'What it may mean instead, likeliest first, at most five: successors of a number of an earlier edition, the places near it, the measure and the duties at a provision.',
  })
  suggestions!: Node[];
}

@Resolver()
export class ResolutionResolver {
  @Extensions(ABOUT_CALLER)
  @Query(() => [Resolution], {
    description: `References as people have them in their spreadsheets, in English or Danish, in the order given; at most ${MOST_REFERENCES} a call of at most ${LONGEST_REFERENCE} characters each. \`A.5.19\`, \`ISO 27002 5.19\`, \`Art. 21(2)(d)\`, \`artikel 21, stk. 2, litra d\`, \`2024/2690 5.1.4\`, a number of an earlier edition, an id, or a title. Never a guess: see \`Resolution.node\`.`,
  })
  resolve(
    @Arg('references', () => [String], { description: 'The references.' }) references: string[],
    @Ctx() { release, pace }: NeedsReferences & NeedsPace,
  ): Promise<Resolution[]> {
    checkReferences(references, 'references');
    return pace.turn(() => pace.map(references, (reference) => resolve(reference, release.references)));
  }
}

export function resolve(reference: string, index: ReferenceIndex): Resolution {
  return Object.assign(new Resolution(), { reference }, resolveReference(reference, index));
}

/** Bounds what one call may ask, so that no call blocks its neighbours. */
export function checkReferences(references: readonly string[], argument: string): void {
  nonEmpty(references, argument);
  if (references.length > MOST_REFERENCES) {
    throw badInput(
      `${argument} holds ${references.length} references, but at most ${MOST_REFERENCES} are read at once. Ask in several calls.`,
      { argument, value: references.length },
    );
  }
  const long = references.findIndex((reference) => reference.length > LONGEST_REFERENCE);
  if (long >= 0) {
    throw badInput(
      `${argument}[${long}] has ${references[long]?.length} characters, but a reference has at most ${LONGEST_REFERENCE}. Give the number, not the text.`,
      { argument, value: long },
    );
  }
}
