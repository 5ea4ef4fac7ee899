import type { EntityClass, Size } from './answers.js';

export const VIEWS = ['matrix', 'flow', 'gaps', 'scope', 'clocks'] as const;
export type View = (typeof VIEWS)[number];
export type Lang = 'en' | 'da';

/** What is known of an entity, step by step. */
export interface Profile {
  types: readonly string[];
  circumstances: readonly string[];
  size?: Size;
  headcount?: number;
  turnover?: number;
  balance?: number;
  establishedIn: readonly string[];
  servesIn: readonly string[];
  mainEstablishment?: string;
}

/** What is known of an incident; moments as a clock on the wall shows them, in `zone`. */
export interface Incident {
  aware?: string;
  notified?: string;
  handled?: string;
  zone?: string;
  ongoing?: 'yes' | 'no';
  trust?: boolean;
  country?: string;
}

/** Everything that the page shows follows from this; it stands in the fragment, which no browser sends to a server. */
export interface Address {
  view: View;
  lang: Lang;
  sector?: string;
  entityClass?: EntityClass;
  /** Ids without `standard/`; empty means the current editions for everybody. */
  standards: readonly string[];
  /** Keys of the rows that are open. */
  open: readonly string[];
  /** The cell that is explained: `<row>~<column>`. */
  cell?: string;
  measure?: string;
  step: number;
  profile: Profile;
  incident: Incident;
  /** Marks that somebody chose to share; see gaps/marks.ts. */
  have?: string;
}

export const EMPTY: Omit<Address, 'lang'> = {
  view: 'matrix',
  standards: [],
  open: [],
  step: 1,
  profile: { types: [], circumstances: [], establishedIn: [], servesIn: [] },
  incident: {},
};

const SIZES: readonly string[] = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

/** `#/matrix?lang=da&sector=I.8&open=21.2.c`. What cannot be read is left out: an old link opens what it still can. */
export function readAddress(fragment: string, fallback: Lang): Address {
  const [path = '', search = ''] = fragment.replace(/^#\/?/, '').split('?');
  const given = new URLSearchParams(search);
  const text = (key: string) => (given.get(key) === '' ? undefined : (given.get(key) ?? undefined));
  const list = (key: string) => (given.get(key) ?? '').split(',').filter(Boolean);
  const amount = (key: string) => {
    const value = Number(text(key) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  const one = <Value extends string>(key: string, of: readonly string[]) =>
    of.includes(text(key) ?? '') ? (text(key) as Value) : undefined;
  return {
    view: VIEWS.find((view) => view === path) ?? EMPTY.view,
    lang: one<Lang>('lang', ['en', 'da']) ?? fallback,
    sector: text('sector'),
    entityClass: one<EntityClass>('class', ['ESSENTIAL', 'IMPORTANT']),
    standards: list('standards'),
    open: list('open'),
    cell: text('cell'),
    measure: text('measure'),
    step: Math.min(4, Math.max(1, Math.trunc(amount('step') ?? 1))),
    profile: {
      types: list('types'),
      circumstances: list('circumstances'),
      size: one<Size>('size', SIZES),
      headcount: amount('headcount'),
      turnover: amount('turnover'),
      balance: amount('balance'),
      establishedIn: list('in'),
      servesIn: list('serves'),
      mainEstablishment: text('main'),
    },
    incident: {
      aware: text('aware'),
      notified: text('notified'),
      handled: text('handled'),
      zone: text('zone'),
      ongoing: one<'yes' | 'no'>('ongoing', ['yes', 'no']),
      trust: text('trust') === 'yes' || undefined,
      country: text('country'),
    },
    have: text('have'),
  };
}

/** The fragment of an address; what stands at its default is left out. */
export function writeAddress(address: Address): string {
  const { profile, incident } = address;
  const given: [string, string | number | readonly string[] | undefined][] = [
    ['lang', address.lang],
    ['sector', address.sector],
    ['class', address.entityClass],
    ['standards', address.standards],
    ['open', address.open],
    ['cell', address.cell],
    ['measure', address.measure],
    ['step', address.step === 1 ? undefined : address.step],
    ['types', profile.types],
    ['circumstances', profile.circumstances],
    ['size', profile.size],
    ['headcount', profile.headcount],
    ['turnover', profile.turnover],
    ['balance', profile.balance],
    ['in', profile.establishedIn],
    ['serves', profile.servesIn],
    ['main', profile.mainEstablishment],
    ['aware', incident.aware],
    ['notified', incident.notified],
    ['handled', incident.handled],
    ['zone', incident.zone],
    ['ongoing', incident.ongoing],
    ['trust', incident.trust ? 'yes' : undefined],
    ['country', incident.country],
    ['have', address.have],
  ];
  const search = given
    .map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value ?? '')] as const)
    .filter(([, value]) => value !== '')
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%7C/g, '|')}`,
    );
  return `#/${address.view}?${search.join('&')}`;
}

/** What a matrix, a flow or an analysis is held against. */
export function scopeOf({ sector, entityClass }: Address): Record<string, unknown> {
  return {
    ...(sector && { sectors: [`sector/nis2/${sector}`] }),
    ...(entityClass && { entityClass }),
  };
}
