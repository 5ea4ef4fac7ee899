import type { CitationFacts } from '../dataset/source.entity.js';
import type { CourseSeed, ReportingStagesSeed, ScopeSeed } from './answer-shapes.js';
import type {
  AuthoritiesSeed,
  CitationSeed,
  DigestSeed,
  InstrumentSeed,
  LinksSeed,
  MappingsSeed,
  MeasuresSeed,
  ObligationsSeed,
  ProvisionsSeed,
  RelationsSeed,
  ReleaseSeed,
  RemaindersSeed,
  RetiredSeed,
  SectorsSeed,
  SourcesSeed,
  StandardSeed,
  SynonymsSeed,
  TranspositionsSeed,
} from './seed-shapes.js';

/** The kinds of seed file: which schema a file answers to, and the type of what it holds. */
export interface SeedKinds {
  release: ReleaseSeed;
  sources: SourcesSeed;
  retired: RetiredSeed;
  instrument: InstrumentSeed;
  provisions: ProvisionsSeed;
  measures: MeasuresSeed;
  obligations: ObligationsSeed;
  sectors: SectorsSeed;
  standard: StandardSeed;
  links: LinksSeed;
  mappings: MappingsSeed;
  remainders: RemaindersSeed;
  relations: RelationsSeed;
  authorities: AuthoritiesSeed;
  transpositions: TranspositionsSeed;
  digest: DigestSeed;
  synonyms: SynonymsSeed;
  'reporting-stages': ReportingStagesSeed;
  course: CourseSeed;
  scope: ScopeSeed;
}

export type SeedKind = keyof SeedKinds;

/** Every kind with the paths, below `seed/`, that hold it. The first pattern that fits decides. */
export const SEED_PATHS: readonly (readonly [SeedKind, RegExp])[] = [
  ['release', /^release\.json$/],
  ['digest', /^releases\/[^/]+\.json$/],
  ['sources', /^sources\.json$/],
  ['retired', /^retired\.json$/],
  ['relations', /^law\/relations\/[^/]+\.json$/],
  ['instrument', /^law\/[^/]+\/instrument\.json$/],
  ['provisions', /^law\/[^/]+\/provisions\.json$/],
  ['measures', /^law\/[^/]+\/measures\.json$/],
  ['obligations', /^law\/[^/]+\/obligations\.json$/],
  ['reporting-stages', /^law\/[^/]+\/reporting-stages\.json$/],
  ['scope', /^scope\/[^/]+\.json$/],
  ['sectors', /^sectors\/[^/]+\.json$/],
  ['synonyms', /^search\/synonyms\.json$/],
  ['links', /^standards\/links\.json$/],
  ['standard', /^standards\/[^/]+\.json$/],
  ['remainders', /^mappings\/[^/]+--remainders\.json$/],
  // One file a pair of instrument and standard, or a folder of files where one would be too long to review.
  ['mappings', /^mappings\/[^/]+--[^/]+(\/[^/]+)?\.json$/],
  ['authorities', /^national\/[^/]+-authorities\.json$/],
  ['transpositions', /^national\/[^/]+-transpositions\.json$/],
  ['course', /^training\/[^/]+\.json$/],
];

/** One seed file as read: its path below the project (`seed/release.json`) and its parsed content. */
export interface SeedFile<K extends SeedKind = SeedKind> {
  path: string;
  kind: K;
  content: SeedKinds[K];
}

/** All seed files of a release, in the order of their paths, with the checksum over their bytes. */
export class Seeds {
  constructor(
    readonly files: readonly SeedFile[],
    readonly checksum: string,
  ) {}

  #isMain({ content }: SeedFile): boolean {
    const measures = this.files.find(({ kind }) => kind === 'measures')?.content as MeasuresSeed | undefined;
    const owner = 'instrument' in content ? content.instrument : 'numbering' in content ? content.key : null;
    return owner !== null && owner === measures?.instrument;
  }

  of<K extends SeedKind>(kind: K): SeedFile<K>[] {
    const found = this.files.filter((file): file is SeedFile<K> => file.kind === kind);
    // The act that has the measures stands first: lists begin with what this is all about.
    return found.sort((a, b) => Number(this.#isMain(b)) - Number(this.#isMain(a)));
  }
}

export function citationFacts(citations: readonly CitationSeed[]): CitationFacts[] {
  return citations.map(({ source, ...where }) => ({ sourceId: `source/${source}`, ...where }));
}
