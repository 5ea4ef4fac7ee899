import { ImplementationStatus } from '../coverage/gap-analysis.types.js';

/** What people write for a status, folded to lower case without surrounding punctuation. */
const WORDS: Readonly<Record<ImplementationStatus, readonly string[]>> = {
  IMPLEMENTED: [
    ...[
      'yes',
      'y',
      'ja',
      'j',
      'true',
      'sand',
      '1',
      'x',
      '✓',
      '✔',
      '☑',
      '✅',
      'ok',
      'done',
      'complete',
      'completed',
    ],
    ...[
      'implemented',
      'fully implemented',
      'fully',
      'in place',
      'effective',
      'operational',
      'met',
      'compliant',
    ],
    ...[
      'implementeret',
      'fuldt implementeret',
      'fuldt',
      'på plads',
      'gennemført',
      'færdig',
      'opfyldt',
      'i drift',
    ],
  ],
  PARTIAL: [
    ...[
      'partial',
      'partially',
      'partly',
      'partially implemented',
      'partly implemented',
      'in progress',
      'ongoing',
    ],
    ...['delvis', 'delvist', 'delvist implementeret', 'delvis implementeret', 'delvist opfyldt', 'i gang'],
    ...['igangværende', 'under implementering', 'påbegyndt', 'started', 'partially compliant'],
  ],
  PLANNED: ['planned', 'to do', 'todo', 'scheduled', 'planlagt', 'skal implementeres'],
  NOT_IMPLEMENTED: [
    ...[
      'no',
      'n',
      'nej',
      'false',
      'falsk',
      '0',
      '-',
      '–',
      'none',
      'missing',
      'open',
      'not implemented',
      'not started',
    ],
    ...['not met', 'non-compliant', 'not compliant', '☐', '✗', '✘', '❌'],
    ...[
      'ingen',
      'mangler',
      'åben',
      'ikke implementeret',
      'ikke påbegyndt',
      'ikke opfyldt',
      'ikke gennemført',
    ],
  ],
  NOT_APPLICABLE: [
    ...['not applicable', 'n/a', 'na', 'excluded', 'out of scope', 'not relevant', 'irrelevant'],
    ...[
      'ikke relevant',
      'ikke anvendelig',
      'ikke anvendeligt',
      'fravalgt',
      'udeladt',
      'undtaget',
      'i/r',
      'ir',
    ],
  ],
};

const BY_WORD = new Map(
  Object.values(ImplementationStatus).flatMap((status) =>
    WORDS[status].map((word) => [word, status] as const),
  ),
);

/** The status a cell says; null if it is empty, undefined if it says something else. */
export function readStatus(cell: string | number): ImplementationStatus | null | undefined {
  const text = String(cell)
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  if (text === '') return null;
  // A cell formatted as a share in a workbook: 50 % is 0.5.
  if (typeof cell === 'number' && cell > 0 && cell < 1) return ImplementationStatus.PARTIAL;
  const share = /^(\d{1,3})(?:[.,]\d+)?\s*%$/.exec(text);
  if (share) return statusOfShare(Number(share[1]));
  return BY_WORD.get(text);
}

function statusOfShare(percent: number): ImplementationStatus | undefined {
  if (percent > 100) return undefined;
  if (percent === 100) return ImplementationStatus.IMPLEMENTED;
  return percent > 0 ? ImplementationStatus.PARTIAL : ImplementationStatus.NOT_IMPLEMENTED;
}

/** Whether a cell says that a control counts at all; null if it is empty, undefined if it says something else. */
export function readApplicable(cell: string | number): boolean | null | undefined {
  const text = String(cell).normalize('NFC').toLowerCase().trim();
  if (
    /^(?:applicable|included|relevant|anvendelig|anvendeligt|inkluderet|tilvalgt|medtaget|omfattet|in scope)$/.test(
      text,
    )
  ) {
    return true;
  }
  const status = readStatus(cell);
  if (status === null || status === undefined) return status;
  if (status === ImplementationStatus.NOT_APPLICABLE || status === ImplementationStatus.NOT_IMPLEMENTED)
    return false;
  return status === ImplementationStatus.IMPLEMENTED ? true : undefined;
}
