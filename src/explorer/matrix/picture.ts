import { csvOf } from '../parts/csv.js';
import { xml } from '../parts/xml.js';
import type { Words } from '../words/en.js';
import type { MatrixColumn } from './columns.js';
import type { Cell, CellLevel, Row } from './rows.js';

/** The matrix as it stands, a line for each row and column. */
export function matrixCsv(rows: readonly Row[], columns: readonly MatrixColumn[], words: Words): string {
  const { matrix, levels } = words;
  const head = [matrix.obligation, 'id', matrix.standard, matrix.level, 'level', 'edges', 'strongest'];
  return csvOf([
    head,
    ...rows.flatMap((row) =>
      columns.flatMap((column) => {
        const cell = column.answer?.cell(row);
        if (!cell) return [];
        return [
          [
            [row.citation, row.title].filter(Boolean).join(' '),
            row.topic ?? (row.duties.length === 1 ? (row.duties[0]?.id ?? '') : (row.measure ?? row.key)),
            nameOf(column),
            levels[cell.level],
            cell.level,
            cell.edges,
            cell.strongest,
          ],
        ];
      }),
    ),
  ]);
}

const nameOf = ({ name, year }: MatrixColumn) => (year ? `${name}:${year}` : name);

const LEFT = 470;
const WIDE = 104;
const HIGH = 30;
const TOP = 74;
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, sans-serif';

/** Colours of paper; the screen's own are in style/tokens.css. */
const FILL: Readonly<Record<CellLevel, string>> = {
  FULL: '#0b4a6f',
  PARTIAL: '#9cc7dc',
  NONE: '#ffffff',
  UNASSESSED: 'url(#unassessed)',
  ANSWERED: '#e4eff5',
  OPEN: '#ffffff',
};
const SHADES = { weak: '#d7e8f0', middle: '#9cc7dc', strong: '#5b9dbd' } as const;
const SIGN: Readonly<Record<CellLevel, string>> = {
  FULL: '●',
  PARTIAL: '◐',
  NONE: '○',
  UNASSESSED: '?',
  ANSWERED: '✓',
  OPEN: '–',
};

/** The matrix as a picture that needs nothing around it: no style sheet, no font of ours. */
export function matrixPicture(rows: readonly Row[], columns: readonly MatrixColumn[], words: Words): string {
  const width = LEFT + columns.length * WIDE + 16;
  const height = TOP + rows.length * HIGH + 70;
  const head = columns.map((column, index) => {
    const x = LEFT + index * WIDE + WIDE / 2;
    return `<text x="${x}" y="34" text-anchor="middle" font-weight="600">${xml(column.name)}${column.year ? `:${xml(column.year)}` : ''}</text><text x="${x}" y="52" text-anchor="middle" font-size="11" fill="#4a5a63">${xml(column.note)}</text>`;
  });
  const body = rows.map((row, index) => pictureRow(row, columns, TOP + index * HIGH));
  const levels = (['FULL', 'PARTIAL', 'NONE', 'UNASSESSED'] as const).map(
    (level, index) =>
      `<g transform="translate(${16 + index * 170} ${height - 44})"><rect width="26" height="20" fill="${FILL[level]}" stroke="#7c8b94"${level === 'UNASSESSED' ? ' stroke-dasharray="3 2"' : ''}/><text x="13" y="15" text-anchor="middle" fill="${inkOn(level)}">${SIGN[level]}</text><text x="34" y="15">${xml(words.levels[level])}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-size="13" fill="#16242c" role="img"><title>${xml(words.matrix.title)}</title><defs><pattern id="unassessed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f7f4ec"/><rect width="2.4" height="6" fill="#ddd5c0"/></pattern></defs><rect width="${width}" height="${height}" fill="#ffffff"/><text x="16" y="34" font-size="16" font-weight="600">${xml(words.matrix.title)}</text>${head.join('')}${body.join('')}${levels.join('')}</svg>`;
}

function pictureRow(row: Row, columns: readonly MatrixColumn[], y: number): string {
  const text = [row.citation, row.title].filter(Boolean).join(' ');
  const indent = 16 + (row.depth - 1) * 16;
  const most = Math.floor((LEFT - indent - 8) / 6.6);
  const shown = text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
  const cells = columns.map((column, index) => {
    const cell = column.answer?.cell(row);
    return cell ? pictureCell(cell, LEFT + index * WIDE, y) : '';
  });
  return `<text x="${indent}" y="${y + 20}"${row.depth === 1 ? ' font-weight="600"' : ''}><title>${xml(text)}</title>${xml(shown)}</text>${cells.join('')}`;
}

function pictureCell(cell: Cell, x: number, y: number): string {
  const shade = cell.strongest >= 7 ? SHADES.strong : cell.strongest >= 4 ? SHADES.middle : SHADES.weak;
  const fill = cell.level === 'PARTIAL' ? shade : FILL[cell.level];
  const dashes = cell.level === 'UNASSESSED' ? ' stroke-dasharray="3 2"' : '';
  const says = `${SIGN[cell.level]}${cell.edges > 0 ? ` ${cell.edges}` : ''}`;
  return `<rect data-level="${cell.level}" x="${x + 2}" y="${y + 2}" width="${WIDE - 4}" height="${HIGH - 4}" fill="${fill}" stroke="#7c8b94" stroke-width="0.8"${dashes}/><text x="${x + WIDE / 2}" y="${y + 20}" text-anchor="middle" fill="${inkOn(cell.level)}">${says}</text>`;
}

const inkOn = (level: CellLevel) => (level === 'FULL' ? '#ffffff' : '#16242c');
