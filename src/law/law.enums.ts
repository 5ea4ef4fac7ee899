import { registerEnumType } from 'type-graphql';

export enum ProvisionKind {
  CHAPTER = 'CHAPTER',
  ARTICLE = 'ARTICLE',
  PARAGRAPH = 'PARAGRAPH',
  POINT = 'POINT',
  ANNEX = 'ANNEX',
  SECTION = 'SECTION',
}
registerEnumType(ProvisionKind, {
  name: 'ProvisionKind',
  description: 'What kind of citable place in a legal act a provision is.',
  valuesConfig: {
    CHAPTER: { description: 'A chapter: groups articles, lays no duty itself.' },
    ARTICLE: { description: 'An article.' },
    PARAGRAPH: { description: 'A numbered paragraph of an article (Danish: stykke).' },
    POINT: { description: 'A lettered or numbered point, or a roman sub-point (Danish: litra, nummer).' },
    ANNEX: { description: 'An annex.' },
    SECTION: { description: 'A numbered section of an annex.' },
  },
});

export enum ObligationKind {
  GOVERNANCE = 'GOVERNANCE',
  RISK_MANAGEMENT = 'RISK_MANAGEMENT',
  REPORTING = 'REPORTING',
  REGISTRATION = 'REGISTRATION',
  INFORMATION = 'INFORMATION',
  DOMAIN_DATA = 'DOMAIN_DATA',
  STANDARDISATION = 'STANDARDISATION',
  SUPERVISION = 'SUPERVISION',
  COOPERATION = 'COOPERATION',
}
registerEnumType(ObligationKind, {
  name: 'ObligationKind',
  description: 'What a duty is about.',
  valuesConfig: {
    GOVERNANCE: { description: 'Approval, oversight and training of the management body (Article 20).' },
    RISK_MANAGEMENT: { description: 'Cybersecurity risk-management measures (Article 21).' },
    REPORTING: { description: 'Notifying incidents and threats (Article 23).' },
    REGISTRATION: { description: 'Telling authorities who and where the entity is (Articles 3, 26 and 27).' },
    INFORMATION: { description: 'Handling or giving other information (Articles 2 and 29).' },
    DOMAIN_DATA: { description: 'The database of domain name registration data (Article 28).' },
    STANDARDISATION: { description: 'Use of certification schemes and standards (Articles 24 and 25).' },
    SUPERVISION: {
      description: 'Supervision, enforcement, fines and answerability (Articles 26 and 31 to 36).',
    },
    COOPERATION: {
      description: 'What authorities and Member States do with and for entities (Articles 23, 29 and 30).',
    },
  },
});

export enum DutyBearer {
  ESSENTIAL_ENTITY = 'ESSENTIAL_ENTITY',
  IMPORTANT_ENTITY = 'IMPORTANT_ENTITY',
  MANAGEMENT_BODY = 'MANAGEMENT_BODY',
  TLD_REGISTRY = 'TLD_REGISTRY',
  REGISTRAR = 'REGISTRAR',
  MEMBER_STATE = 'MEMBER_STATE',
  COMPETENT_AUTHORITY = 'COMPETENT_AUTHORITY',
  CSIRT = 'CSIRT',
}
registerEnumType(DutyBearer, {
  name: 'DutyBearer',
  description:
    'Who carries a duty in substance. A directive formally addresses Member States; the bearer is the one who has to act.',
  valuesConfig: {
    ESSENTIAL_ENTITY: { description: 'Essential entity, Article 3(1).' },
    IMPORTANT_ENTITY: { description: 'Important entity, Article 3(2).' },
    MANAGEMENT_BODY: {
      description:
        'Management body of an essential or important entity, or who represents or controls it (Articles 20 and 32(6)).',
    },
    TLD_REGISTRY: { description: 'Top-level domain name registry, Article 6(21).' },
    REGISTRAR: { description: 'Entity providing domain name registration services, Article 6(22).' },
    MEMBER_STATE: { description: 'Member State.' },
    COMPETENT_AUTHORITY: { description: 'Competent authority, Article 8.' },
    CSIRT: { description: 'Computer security incident response team, Article 10.' },
  },
});

export enum EntityClass {
  ESSENTIAL = 'ESSENTIAL',
  IMPORTANT = 'IMPORTANT',
}
registerEnumType(EntityClass, {
  name: 'EntityClass',
  description: 'Class of an entity under Article 3.',
  valuesConfig: {
    ESSENTIAL: { description: 'Essential, Article 3(1).' },
    IMPORTANT: { description: 'Important, Article 3(2).' },
  },
});

/** Bearers in the regulated world: the ones a standard could help. Authorities and Member States are not. */
export const ENTITY_BEARERS: ReadonlySet<DutyBearer> = new Set([
  DutyBearer.ESSENTIAL_ENTITY,
  DutyBearer.IMPORTANT_ENTITY,
  DutyBearer.MANAGEMENT_BODY,
  DutyBearer.TLD_REGISTRY,
  DutyBearer.REGISTRAR,
]);

/** How the places of an instrument are numbered, and so how they are cited. */
export enum Numbering {
  /** `Article 21(2)(d)`. */
  ARTICLES = 'ARTICLES',
  /** An annex of numbered points; the articles themselves have paths that begin with `article-`. */
  ANNEX_POINTS = 'ANNEX_POINTS',
  /** `section 6(1)(4)`, in Danish `§ 6, stk. 1, nr. 4`. */
  SECTIONS = 'SECTIONS',
}

export enum ThresholdUnit {
  EUR = 'EUR',
  PERCENT_OF_ANNUAL_TURNOVER = 'PERCENT_OF_ANNUAL_TURNOVER',
  USERS_IN_THE_UNION = 'USERS_IN_THE_UNION',
  PERCENT_OF_USERS_IN_THE_UNION = 'PERCENT_OF_USERS_IN_THE_UNION',
  USERS = 'USERS',
  PERCENT_OF_USERS = 'PERCENT_OF_USERS',
  SECONDS = 'SECONDS',
  MINUTES = 'MINUTES',
  HOURS = 'HOURS',
  MONTHS = 'MONTHS',
  OCCURRENCES = 'OCCURRENCES',
  DOMAIN_NAMES = 'DOMAIN_NAMES',
  PERCENT_OF_DOMAIN_NAMES = 'PERCENT_OF_DOMAIN_NAMES',
}
registerEnumType(ThresholdUnit, {
  name: 'ThresholdUnit',
  description: 'What a threshold counts.',
  valuesConfig: {
    EUR: { description: 'Euros of direct financial loss.' },
    PERCENT_OF_ANNUAL_TURNOVER: {
      description: 'Per cent of the total annual turnover of the preceding financial year.',
    },
    USERS_IN_THE_UNION: { description: 'Users in the Union.' },
    PERCENT_OF_USERS_IN_THE_UNION: { description: 'Per cent of the users of the service in the Union.' },
    USERS: { description: 'Users or relying parties of the service, wherever they are.' },
    PERCENT_OF_USERS: { description: 'Per cent of the users or relying parties, wherever they are.' },
    SECONDS: { description: 'Seconds.' },
    MINUTES: { description: 'Minutes.' },
    HOURS: { description: 'Hours.' },
    MONTHS: { description: 'Months.' },
    OCCURRENCES: { description: 'How often it has happened.' },
    DOMAIN_NAMES: { description: 'Domain names.' },
    PERCENT_OF_DOMAIN_NAMES: { description: 'Per cent of the domain names managed.' },
  },
});

export enum ThresholdComparison {
  MORE_THAN = 'MORE_THAN',
  AT_LEAST = 'AT_LEAST',
  FEWER_THAN = 'FEWER_THAN',
  AT_MOST = 'AT_MOST',
}
registerEnumType(ThresholdComparison, {
  name: 'ThresholdComparison',
  description: 'How an amount is compared with a threshold, in the English wording of the act.',
  valuesConfig: {
    MORE_THAN: { description: 'Above the figure.' },
    AT_LEAST: { description: 'The figure or above.' },
    FEWER_THAN: { description: 'Below the figure.' },
    AT_MOST: { description: 'The figure or below.' },
  },
});

export enum InstrumentStatus {
  IN_FORCE = 'IN_FORCE',
  REPEALED = 'REPEALED',
  PROPOSED = 'PROPOSED',
}
