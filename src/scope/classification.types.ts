import { Args, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Instrument } from '../law/instrument.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { Provision } from '../law/provision.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Standard } from '../standards/standard.entity.js';
import { Circumstance, ClassificationOutcome, EnterpriseSize } from './scope.enums.js';

@InputType({
  description:
    'What is known of an entity. Nothing of it is kept. A circumstance that is not named does not apply; a size or place that is left out, or an empty list of places, is not known.',
})
export class EntityProfileInput {
  @Field(() => [ID], {
    description:
      'Entity types of Annexes I and II, at most 20; of several the strictest counts. Empty only if `circumstances` says what the entity is.',
  })
  entityTypes!: string[];

  @Field(() => EnterpriseSize, {
    nullable: true,
    description: 'Size, if it is known as such. One that the figures contradict is an error.',
  })
  size?: EnterpriseSize | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Persons employed, in annual work units, 0 to 10 000 000, partner and linked enterprises counted along. A fraction is rounded down: 49.5 is fewer than 50. NIS2 sizes publicly controlled enterprises like any other (Article 2(1)).',
  })
  headcount?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Annual turnover in euro, 0 to 10^15. Taken for the size, and as the worldwide turnover of the undertaking for the maximum fine.',
  })
  annualTurnoverEur?: number | null;

  @Field(() => Float, { nullable: true, description: 'Annual balance sheet total in euro, 0 to 10^15.' })
  balanceSheetEur?: number | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where it is established: ISO 3166-1 codes (`DK`), at most 50. Only Member States give jurisdiction; a territory of the Union with a code of its own counts as its Member State (`RE` as `FR`). If no place at all is named, the entity is taken to be active in the Union.',
  })
  establishedIn?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 3166-1 code of its main establishment by Article 26(2): where decisions on cybersecurity risk-management measures are mostly taken.',
  })
  mainEstablishment?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Where it provides its services: ISO 3166-1 codes, at most 50.',
  })
  servesIn?: string[] | null;

  @Field(() => [Circumstance], {
    nullable: true,
    description: 'What else is the case. What is not named is taken not to be.',
  })
  circumstances?: Circumstance[] | null;
}

@ObjectType('Reason', {
  simpleResolvers: true,
  description: 'A rule that applied, with the place in the law that it rests on.',
})
export class Reason {
  @Field(() => String, {
    description: 'Stable id of the rule in `seed/scope`: `scope-rule/nis2/3.1.a`.',
  })
  rule!: string;

  @Field(() => Provision, { nullable: true, description: 'The provision it rests on.' })
  provision!: Provision | null;

  statementText!: Text;

  @Field(() => String, { description: "What the rule says, in the project's own words." })
  statement(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.statementText, language);
  }

  @Field(() => Boolean, {
    description:
      'True if the outcome rests on it. With NEEDS_DECISION: if the outcome would rest on it for some answer to the open questions.',
  })
  decisive!: boolean;
}

@ObjectType('Fine', {
  simpleResolvers: true,
  description:
    'What national law must at least allow as a maximum for breach of Article 21 or 23. National law may go higher.',
})
export class Fine {
  @Field(() => Float, {
    description:
      'Euro: the fixed amount or the share of turnover, whichever is higher. If no turnover was given, the fixed amount: at least that.',
  })
  amountEur!: number;

  @Field(() => Float, {
    description: 'Per cent of the total worldwide annual turnover of the undertaking in the year before.',
  })
  turnoverPercent!: number;

  @Field(() => Provision, { description: 'Article 34(4) or (5).' })
  provision!: Provision;
}

@ObjectType('Classification', {
  simpleResolvers: true,
  description:
    'Whether and how NIS2 applies to an entity, by the directive itself. National law counts only where the directive leaves the choice to Member States and the choice is known here: Danish municipalities and regions. Not legal advice.',
})
export class Classification {
  @Field(() => ClassificationOutcome, { description: 'What the entity is; the strictest of all its parts.' })
  outcome!: ClassificationOutcome;

  @Field(() => EnterpriseSize, {
    nullable: true,
    description: 'Its size, as stated or by the figures; null if they leave it open.',
  })
  size!: EnterpriseSize | null;

  @Field(() => [Reason], {
    description: 'Every rule that applied, in the order of the decision table; at least one is decisive.',
  })
  reasons!: Reason[];

  openQuestionTexts!: Text[];

  @Field(() => [String], {
    description:
      'What is still to be answered: with NEEDS_DECISION exactly what could change the outcome; besides, what jurisdiction or a choice of the Member State turns on. Empty if nothing is open.',
  })
  openQuestions(@Args(() => InLanguage) language: InLanguage): string[] {
    return this.openQuestionTexts.map((text) => inLanguage(text, language));
  }

  @Field(() => [String], {
    description:
      'ISO 3166-1 codes, in their order, of the Member States with jurisdiction (Article 26). Empty if out of scope, not known (then asked for), or if the entity is established in no Member State.',
  })
  jurisdictions!: string[];

  supervisionText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How it is supervised (Articles 32 and 33, or DORA); null if it is neither essential nor important for certain.',
  })
  supervision(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.supervisionText && inLanguage(this.supervisionText, language);
  }

  @Field(() => Fine, {
    nullable: true,
    description:
      'The maximum fine (Article 34); null where none follows from the directive: neither essential nor important, public administration (Article 34(7)), or DORA instead. `reasons` says which.',
  })
  maximumFine!: Fine | null;

  @Field(() => [Instrument], {
    description: 'Acts that apply instead of the matching duties of NIS2 (Article 4).',
  })
  lexSpecialis!: Instrument[];

  @Field(() => [Obligation], {
    description:
      'The duties that bind the entity, in the order of the law, with those of the implementing regulation for its types; what another act replaces is left out. With NEEDS_DECISION those that bind it whatever the answers. Each leads on to `deadline`, `mappings` and `coverage`.',
  })
  obligations!: Obligation[];

  @Field(() => [Standard], {
    description:
      'Current editions that answer for it: those for everybody and those of its sector. Empty if out of scope.',
  })
  standards!: Standard[];
}
