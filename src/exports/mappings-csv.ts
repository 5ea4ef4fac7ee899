import { Language } from '../shared/language.js';
import { csvOf } from '../spreadsheets/csv.js';
import { noSubjects, type ExportFormat } from './export-format.js';
import { noticeOf } from './notice.js';
import { HEADER, rowOf } from './olir-rows.js';
import { selectEdges } from './selection.js';
import type { Wish } from './wish.js';

export const mappingsCsv: ExportFormat = {
  name: 'mappings.csv',
  address: 'mappings.csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  title: { en: 'Mappings as CSV', da: 'Koblinger som CSV' },
  use: {
    en: 'Spreadsheets, databases and tools that read the columns of NIST OLIR. For Excel by a double click add bom=true.',
    da: 'Regneark, databaser og værktøjer, der læser kolonnerne fra NIST OLIR. Tilføj bom=true for at åbne den i Excel med et dobbeltklik.',
  },
  filters: ['standard', 'instrument', 'measure', 'sector', 'language', 'bom'],
  subjects: noSubjects,
  write({ mappings, dataset }, wish: Wish) {
    const language = wish.language ?? Language.EN;
    const { release, licence, disclaimer } = noticeOf(dataset, language);
    const edges = selectEdges(mappings.mappings.all, wish);
    // CSV has no place for what belongs to the whole file, so each row carries it, also once it is copied elsewhere.
    return csvOf([...HEADER, 'Release', 'Licence', 'Disclaimer'], rowsOf(), wish);

    function* rowsOf() {
      for (const edge of edges) yield [...rowOf(edge, language), release, licence, disclaimer];
    }
  },
};
