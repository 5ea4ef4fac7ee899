import { groupBy } from '../shared/catalogue.js';
import { Language } from '../shared/language.js';
import { writeWorkbook } from '../spreadsheets/workbook.js';
import { noSubjects, type ExportFormat } from './export-format.js';
import { shortOf } from './export-release.js';
import { noticeOf } from './notice.js';
import { HEADER, rowOf, WIDTHS } from './olir-rows.js';
import { selectEdges } from './selection.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const mappingsXlsx: ExportFormat = {
  name: 'mappings.xlsx',
  address: 'mappings.xlsx',
  contentType: XLSX_TYPE,
  title: { en: 'Mappings as a workbook', da: 'Koblinger som projektmappe' },
  use: {
    en: 'Excel, LibreOffice, Google Sheets: one sheet for each standard, header frozen and with filters, a sheet about the release.',
    da: 'Excel, LibreOffice, Google Sheets: ét ark for hver standard, fastfrosset overskrift med filtre og et ark om udgivelsen.',
  },
  filters: ['standard', 'instrument', 'measure', 'sector', 'language'],
  subjects: noSubjects,
  write({ mappings, dataset }, wish) {
    const language = wish.language ?? Language.EN;
    const notice = noticeOf(dataset, language);
    const edges = selectEdges(mappings.mappings.all, wish);
    const byStandard = [...groupBy(edges, ({ clause }) => clause.standard)].sort(
      ([a], [b]) => a.position - b.position,
    );
    return writeWorkbook(
      [
        ...byStandard.map(([standard, own]) => ({
          name: shortOf(standard),
          header: HEADER,
          widths: WIDTHS,
          rows: own.map((edge) => rowOf(edge, language)),
        })),
        {
          name: language === Language.DA ? 'Om udgivelsen' : 'About the release',
          header: language === Language.DA ? ['Hvad', 'Oplysning'] : ['What', 'Value'],
          widths: [24, 100],
          rows: Object.entries({ ...notice, checksum: dataset.checksum }),
        },
      ],
      notice.releasedOn,
    );
  },
};
