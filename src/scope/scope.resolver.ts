import { Arg, Ctx, Extensions, Query, Resolver } from 'type-graphql';
import { ABOUT_CALLER } from '../shared/about-caller.js';
import type { NeedsLaw } from '../law/law.graph.js';
import type { NeedsNational } from '../national/national.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import { Classification, EntityProfileInput, Fine, Reason } from './classification.types.js';
import { classify, type Verdict } from './classify.js';
import { obligationsOf, standardsOf } from './consequences.js';
import { maximumFine } from './fine.js';
import { jurisdictionBy } from './jurisdiction.js';
import { readProfile, type Profile } from './profile.js';
import type { NeedsScope } from './scope.graph.js';
import { ScopeRuleKind } from './scope-rule.entity.js';

type Needs = NeedsScope & NeedsLaw & NeedsSectors & NeedsNational & NeedsStandards;

@Resolver()
export class ScopeResolver {
  @Extensions(ABOUT_CALLER)
  @Query(() => Classification, {
    description:
      'Whether an entity is essential, important or out of scope, why, under whose jurisdiction and supervision, and what follows (NIS2 Articles 2, 3, 4, 26 and 32 to 34). What cannot be told is asked for, not guessed. Bad input (an unknown entity type or country, a negative figure, a size the figures contradict, nothing that says what the entity is) is `BAD_USER_INPUT` with the nearest right values.',
  })
  classifyEntity(
    @Arg('input', () => EntityProfileInput, { description: 'What is known of the entity.' })
    input: EntityProfileInput,
    @Ctx() { release }: Needs,
  ): Classification {
    const profile = readProfile(input, release);
    const verdict = classify(profile, release.scope);
    const { countries, questions } = jurisdictionOf(verdict, profile);
    const open = new Set([...verdict.open, ...questions]);
    const [size = null] = profile.sizes.length === 1 ? profile.sizes : [];
    return Object.assign(new Classification(), {
      outcome: verdict.outcome,
      size,
      reasons: reasonsOf(verdict),
      openQuestionTexts: release.scope.questions.filter(({ id }) => open.has(id)).map(({ text }) => text),
      jurisdictions: countries,
      supervisionText:
        verdict.rules.find(({ kind }) => kind === ScopeRuleKind.SUPERVISION)?.statementText ?? null,
      maximumFine: fineOf(verdict, profile),
      lexSpecialis: [...new Set(verdict.rules.flatMap(({ instead }) => instead ?? []))],
      obligations: obligationsOf(verdict, release.law, release.sectors),
      standards: standardsOf(verdict, release.standards),
    });
  }
}

function reasonsOf({ rules, decisive }: Verdict): Reason[] {
  return rules.map((rule) =>
    Object.assign(new Reason(), {
      rule: rule.id,
      provision: rule.provision,
      statementText: rule.statementText,
      decisive: decisive.has(rule),
    }),
  );
}

function jurisdictionOf({ rules }: Verdict, profile: Profile): { countries: string[]; questions: string[] } {
  const found = rules.flatMap(({ effects }) =>
    effects.jurisdiction === undefined ? [] : [jurisdictionBy(effects.jurisdiction, profile)],
  );
  return {
    countries: [...new Set(found.flatMap(({ countries }) => countries))].sort(),
    questions: found.flatMap(({ question }) => question ?? []),
  };
}

function fineOf({ rules }: Verdict, { figures }: Profile): Fine | null {
  const rule = rules.find(({ kind }) => kind === ScopeRuleKind.FINE);
  if (!rule?.effects.fine) return null;
  return Object.assign(new Fine(), {
    amountEur: maximumFine(rule.effects.fine, figures.turnoverEur),
    turnoverPercent: rule.effects.fine.turnoverPercent,
    provision: rule.provision,
  });
}
