import { registerEnumType } from 'type-graphql';

/** From small to large; comparisons rely on the order. */
export enum EnterpriseSize {
  MICRO = 'MICRO',
  SMALL = 'SMALL',
  MEDIUM = 'MEDIUM',
  LARGE = 'LARGE',
}
registerEnumType(EnterpriseSize, {
  name: 'EnterpriseSize',
  description:
    'Size of an enterprise by Article 2 of the Annex to Recommendation 2003/361/EC. Headcount is in annual work units and counts by itself; money lifts an enterprise only if both figures pass their ceiling.',
  valuesConfig: {
    MICRO: { description: 'Fewer than 10 persons, and turnover or balance sheet of at most EUR 2 million.' },
    SMALL: {
      description:
        'Not micro; fewer than 50 persons, and turnover or balance sheet of at most EUR 10 million.',
    },
    MEDIUM: {
      description:
        'Not small; fewer than 250 persons, and turnover of at most EUR 50 million or balance sheet of at most EUR 43 million.',
    },
    LARGE: {
      description:
        'Above the ceilings for medium-sized enterprises: 250 persons or more, or turnover above EUR 50 million and balance sheet above EUR 43 million.',
    },
  },
});

/** From nothing to most; the strictest wins. NEEDS_DECISION has no rank: it says that one is open. */
export enum ClassificationOutcome {
  OUT_OF_SCOPE = 'OUT_OF_SCOPE',
  REGISTRATION_ONLY = 'REGISTRATION_ONLY',
  IMPORTANT = 'IMPORTANT',
  ESSENTIAL = 'ESSENTIAL',
  NEEDS_DECISION = 'NEEDS_DECISION',
}
registerEnumType(ClassificationOutcome, {
  name: 'ClassificationOutcome',
  description: 'What an entity is under NIS2.',
  valuesConfig: {
    OUT_OF_SCOPE: { description: 'The directive does not apply.' },
    REGISTRATION_ONLY: {
      description:
        'Provides domain name registration services and is nothing else in scope (Article 2(4)): Articles 3(3) and (4), 26, 27 and 28.',
    },
    IMPORTANT: { description: 'Important entity, Article 3(2).' },
    ESSENTIAL: { description: 'Essential entity, Article 3(1).' },
    NEEDS_DECISION: {
      description:
        'What was said leaves more than one outcome possible; `openQuestions` names what would settle it.',
    },
  },
});

export enum Circumstance {
  SOLE_PROVIDER = 'SOLE_PROVIDER',
  PUBLIC_SAFETY_IMPACT = 'PUBLIC_SAFETY_IMPACT',
  SYSTEMIC_RISK = 'SYSTEMIC_RISK',
  NATIONAL_OR_REGIONAL_IMPORTANCE = 'NATIONAL_OR_REGIONAL_IMPORTANCE',
  CRITICAL_ENTITY_UNDER_CER = 'CRITICAL_ENTITY_UNDER_CER',
  OPERATOR_OF_ESSENTIAL_SERVICES_UNDER_NIS1 = 'OPERATOR_OF_ESSENTIAL_SERVICES_UNDER_NIS1',
  DESIGNATED_ESSENTIAL_BY_MEMBER_STATE = 'DESIGNATED_ESSENTIAL_BY_MEMBER_STATE',
  CENTRAL_GOVERNMENT = 'CENTRAL_GOVERNMENT',
  REGIONAL_GOVERNMENT = 'REGIONAL_GOVERNMENT',
  LOCAL_GOVERNMENT = 'LOCAL_GOVERNMENT',
  EDUCATION_WITH_CRITICAL_RESEARCH = 'EDUCATION_WITH_CRITICAL_RESEARCH',
  NATIONAL_SECURITY_OR_DEFENCE = 'NATIONAL_SECURITY_OR_DEFENCE',
  EXEMPTED_FROM_DORA = 'EXEMPTED_FROM_DORA',
  QUALIFIED_TRUST_SERVICE_PROVIDER = 'QUALIFIED_TRUST_SERVICE_PROVIDER',
  DOMAIN_NAME_REGISTRATION_SERVICES = 'DOMAIN_NAME_REGISTRATION_SERVICES',
}
registerEnumType(Circumstance, {
  name: 'Circumstance',
  description: 'What, besides type and size, decides on scope and class.',
  valuesConfig: {
    SOLE_PROVIDER: {
      description:
        'The only provider in a Member State of a service that critical societal or economic activities depend on, Article 2(2)(b).',
    },
    PUBLIC_SAFETY_IMPACT: {
      description:
        'A disruption could weigh heavily on public safety, public security or public health, Article 2(2)(c).',
    },
    SYSTEMIC_RISK: {
      description: 'A disruption could bring a significant systemic risk, Article 2(2)(d).',
    },
    NATIONAL_OR_REGIONAL_IMPORTANCE: {
      description:
        'Critical by its particular importance nationally or regionally for the sector, the kind of service or dependent sectors, Article 2(2)(e).',
    },
    CRITICAL_ENTITY_UNDER_CER: {
      description: 'Identified as a critical entity under Directive (EU) 2022/2557, Article 2(3).',
    },
    OPERATOR_OF_ESSENTIAL_SERVICES_UNDER_NIS1: {
      description:
        'Identified before 16 January 2023 as an operator of essential services under NIS1 or national law, Article 3(1)(g).',
    },
    DESIGNATED_ESSENTIAL_BY_MEMBER_STATE: {
      description: 'The Member State has identified it as essential, Article 3(1)(e).',
    },
    CENTRAL_GOVERNMENT: {
      description:
        'Public administration entity of central government as defined in national law, Article 2(2)(f)(i). Not courts, parliaments or central banks (Article 6(35)).',
    },
    REGIONAL_GOVERNMENT: {
      description:
        'Public administration entity at regional level as defined in national law, Article 2(2)(f)(ii).',
    },
    LOCAL_GOVERNMENT: {
      description: 'Public administration entity at local level, such as a municipality, Article 2(5)(a).',
    },
    EDUCATION_WITH_CRITICAL_RESEARCH: {
      description: 'Education institution that carries out critical research, Article 2(5)(b).',
    },
    NATIONAL_SECURITY_OR_DEFENCE: {
      description:
        'Works in national security, public security, defence or law enforcement, or only for administrations that do, Article 2(7) and (8).',
    },
    EXEMPTED_FROM_DORA: {
      description: 'A Member State has exempted it from DORA under DORA Article 2(4); Article 2(10).',
    },
    QUALIFIED_TRUST_SERVICE_PROVIDER: {
      description:
        'Qualified trust service provider, Article 3(1)(b). Implies the type of trust service providers.',
    },
    DOMAIN_NAME_REGISTRATION_SERVICES: {
      description: 'Provides domain name registration services, Articles 2(4) and 6(22).',
    },
  },
});
