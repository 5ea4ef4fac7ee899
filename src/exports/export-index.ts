import { nearest } from '../shared/nearest.js';
import { caseFramework } from './case.js';
import { cisoAssistant } from './ciso-assistant.js';
import { courseMarkdown } from './course-markdown.js';
import type { ExportFormat } from './export-format.js';
import type { ExportRelease } from './export-release.js';
import { mappingsCsv } from './mappings-csv.js';
import { mappingsXlsx } from './mappings-xlsx.js';
import { moodleCompetencies } from './moodle-competencies.js';
import { oscalCatalog } from './oscal-catalog.js';
import { oscalMappingCollection } from './oscal-mapping-collection.js';
import { questionsGift } from './questions-gift.js';
import { skos } from './skos.js';

/** Every format, in the order in which the index shows them. */
export const EXPORTS: readonly ExportFormat[] = [
  mappingsXlsx,
  mappingsCsv,
  oscalCatalog,
  oscalMappingCollection,
  cisoAssistant,
  skos,
  caseFramework,
  moodleCompetencies,
  questionsGift,
  courseMarkdown,
];

/** One file that can be had. */
export interface ExportFile {
  format: ExportFormat;
  /** Below /export. */
  address: string;
  subject: string;
}

/** The files of a format for a release: one, or one for each of its subjects. */
export function filesOf(format: ExportFormat, release: ExportRelease): ExportFile[] {
  const subjects = format.address.includes('<') ? format.subjects(release) : [''];
  return subjects.map((subject) => ({
    format,
    subject,
    address: format.address.replace(/<.*>/, subject),
  }));
}

/** What stands at an address below /export; if nothing does, the addresses nearest to it. */
export function findFile(
  address: string,
  release: ExportRelease,
): { file: ExportFile } | { file: null; suggestions: string[] } {
  const files = EXPORTS.flatMap((format) => filesOf(format, release));
  const file = files.find((one) => one.address === address);
  if (file) return { file };
  // What shares the folder is nearer than anything that is only spelled alike.
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const siblings = files.filter((one) => folder !== '' && one.address.startsWith(folder));
  const addresses = (siblings.length > 0 ? siblings : files).map((one) => one.address);
  const near = nearest(address, addresses);
  return { file: null, suggestions: near.length > 0 ? near : addresses.slice(0, 3) };
}
