import { ProvisionKind } from '../law/law.enums.js';
import { TextStatus } from '../shared/language.js';
import { Verification } from '../standards/standards.enums.js';
import type {
  ClauseSeed,
  MeasureSeed,
  ObligationSeed,
  ProvisionSeed,
  StandardSeed,
  TopicSeed,
} from './seed-shapes.js';
import type { Seeds } from './seed-files.js';

/** Ids come from the seed's keys by these rules and are never typed. */
export const idOf = {
  source: (key: string) => `source/${key}`,
  instrument: (key: string) => `instrument/${key}`,
  provision: (instrument: string, path: string) => `provision/${instrument}/${path}`,
  measure: (instrument: string, path: string) => `measure/${instrument}/${path}`,
  topic: (instrument: string, path: string, slug: string) => `topic/${instrument}/${path}/${slug}`,
  obligation: (instrument: string, key: string) => `obligation/${instrument}/${key}`,
  sector: (instrument: string, key: string) => `sector/${instrument}/${key}`,
  subsector: (instrument: string, key: string) => `subsector/${instrument}/${key}`,
  entityType: (instrument: string, key: string) => `entity-type/${instrument}/${key}`,
  standard: (key: string) => `standard/${key}`,
  clause: (standard: string, number: string) => `clause/${standard}/${number.replaceAll(' ', '-')}`,
  authority: (country: string, key: string) => `authority/${country.toLowerCase()}/${key}`,
  transposition: (instrument: string, country: string) =>
    `transposition/${instrument}/${country.toLowerCase()}`,
  course: (slug: string) => `course/${slug}`,
  courseModule: (course: string, slug: string) => `course/${course}/${slug}`,
  scopeRule: (key: string) => `scope-rule/${key}`,
  assessment: (instrument: string, obligation: string, standard: string) =>
    `assessment/${instrument}/${obligation}~${standard}`,
};

/** A seed record with the id it gets and the file it stands in. */
export interface Located<T> {
  id: string;
  file: string;
  /** Key of the record inside its file, for messages. */
  record: string;
  /** Key of the instrument or standard it belongs to. */
  owner: string;
  seed: T;
}

export interface LocatedObligation extends Located<ObligationSeed> {
  topics: Located<TopicSeed>[];
}

/** The seed by id: what the rules check against and what rows are built from. */
export interface SeedIndex {
  provisions: Located<ProvisionSeed>[];
  measures: (Located<MeasureSeed> & { topics: Located<TopicSeed>[] })[];
  obligations: LocatedObligation[];
  /** Topics of measures first, then those that an obligation cuts finer. */
  topics: Located<TopicSeed>[];
  standards: Located<StandardSeed>[];
  /** Every clause, those that a sector standard takes over included. */
  clauses: Located<ClauseSeed>[];
}

export function indexSeeds(seeds: Seeds): SeedIndex {
  const provisions = seeds.of('provisions').flatMap(({ path: file, content }) =>
    content.provisions.map((seed) => {
      const id = idOf.provision(content.instrument, seed.path);
      return { id, file, record: seed.path, owner: content.instrument, seed };
    }),
  );
  const measures = seeds.of('measures').flatMap(({ path: file, content }) =>
    content.measures.map((seed) => {
      const place = { file, record: seed.path, owner: content.instrument };
      const topics = locateTopics(seed.topics, seed.path, place);
      return { id: idOf.measure(content.instrument, seed.path), ...place, seed, topics };
    }),
  );
  const topicsOfMeasure = new Map(measures.map(({ id, topics }) => [id, topics]));
  const pointsBelow = (path: string, owner: string) =>
    provisions
      .filter((provision) => provision.owner === owner && isPointOf(provision.seed, path))
      .map(({ seed }) => topicOfPoint(seed));
  const obligations = seeds.of('obligations').flatMap(({ path: file, content }) =>
    content.obligations.map((seed): LocatedObligation => {
      const place = { file, record: seed.key, owner: content.instrument };
      const topics =
        seed.topics === 'MEASURE'
          ? (topicsOfMeasure.get(idOf.measure(content.instrument, seed.measure ?? '')) ?? [])
          : locateTopics(
              seed.topics === 'POINTS' ? pointsBelow(seed.provision, place.owner) : (seed.topics ?? []),
              seed.provision,
              place,
            );
      return { id: idOf.obligation(content.instrument, seed.key), ...place, seed, topics };
    }),
  );
  const standards = seeds.of('standard').map(({ path: file, content }) => {
    return { id: idOf.standard(content.key), file, record: '', owner: content.key, seed: content };
  });
  const ownTopics = obligations
    .filter(({ seed }) => seed.topics !== 'MEASURE')
    .flatMap(({ topics }) => topics);
  return {
    provisions,
    measures,
    obligations,
    topics: [...measures.flatMap(({ topics }) => topics), ...ownTopics],
    standards,
    clauses: standards.flatMap((standard) => locateClauses(standard, standards)),
  };
}

/** A lettered point directly below `path`: `5.1.4.a` below `5.1.4`. */
function isPointOf({ path: point, kind }: ProvisionSeed, path: string): boolean {
  return (
    kind === ProvisionKind.POINT &&
    point.startsWith(`${path}.`) &&
    /^[a-z]$/.test(point.slice(path.length + 1))
  );
}

/** A point that the law itself letters is a topic of its own, named by what it says. */
function topicOfPoint({ path, summary }: ProvisionSeed): TopicSeed {
  return { slug: path.slice(path.lastIndexOf('.') + 1), name: summary ?? { en: path }, namedIn: path };
}

function locateTopics(
  topics: TopicSeed[],
  path: string,
  place: { file: string; record: string; owner: string },
): Located<TopicSeed>[] {
  return topics.map((seed) => ({ id: idOf.topic(place.owner, path, seed.slug), ...place, seed }));
}

function locateClauses(standard: Located<StandardSeed>, all: Located<StandardSeed>[]): Located<ClauseSeed>[] {
  const { owner, file, seed } = standard;
  const base = all.find(({ owner: key }) => key === seed.extends)?.seed;
  const clauses = base ? takeOver(base.clauses, seed.clauses) : seed.clauses;
  return clauses.map((clause) => ({
    id: idOf.clause(owner, clause.number),
    file,
    record: clause.number,
    owner,
    seed: clause,
  }));
}

/**
 * A sector standard keeps the numbers of the standard it extends and continues them with its own controls.
 * Nobody read the titles in that edition, so they are unverified there whatever they are in the base.
 */
function takeOver(base: ClauseSeed[], own: ClauseSeed[]): ClauseSeed[] {
  const taken = base.map(({ attributes: _, title, ...clause }) => ({
    ...clause,
    title: { ...title, status: TextStatus.UNOFFICIAL, daStatus: TextStatus.UNOFFICIAL },
    verification: Verification.UNVERIFIED,
  }));
  const headings = taken.filter(({ parent }) => !parent);
  return headings.flatMap((heading) => [
    heading,
    ...[...taken, ...own].filter(({ parent }) => parent === heading.number),
  ]);
}
