import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LevelSign } from '../parts/level.js';
import { capital, useWords } from '../words/words.js';
import type { MatrixColumn } from './columns.js';
import { GridHead } from './grid-head.js';
import type { Cell, Row } from './rows.js';

interface GridProps {
  rows: readonly Row[];
  columns: readonly MatrixColumn[];
  open: readonly string[];
  chosen?: string;
  caption: string;
  onToggle: (row: Row) => void;
  onChoose: (row: Row, column: MatrixColumn) => void;
}

/** A place in the grid: column 0 is the head of the row. */
interface Place {
  row: number;
  column: number;
}

export const cellName = (row: Row, column: MatrixColumn) => `${row.key}~${column.key}`;

/** A real table, with the keys of a grid: one stop for Tab, arrows within. */
export function Grid({ rows, columns, open, chosen, caption, onToggle, onChoose }: GridProps) {
  const words = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const moved = useRef(false);
  const current = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length),
  };
  useLayoutEffect(() => {
    if (moved.current) table.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
    moved.current = false;
  }, [current.row, current.column]);

  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event, current, { row: rows.length - 1, column: columns.length });
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setPlace(next);
  };
  const stop = (row: number, column: number) => ({
    'data-place': '',
    tabIndex: row === current.row && column === current.column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  });

  return (
    <table class="matrix" role="grid" ref={table} onKeyDown={move} aria-rowcount={rows.length + 2}>
      <caption>
        {caption}. <span class="keys">{words.matrix.keys}</span>
      </caption>
      <GridHead columns={columns} />
      <tbody>
        {rows.map((row, rowIndex) => (
          <tr key={row.key} class={`depth-${row.depth}${row.topic ? ' topic' : ''}`}>
            <th scope="row">
              <RowHead
                row={row}
                isOpen={open.includes(row.key)}
                onToggle={() => onToggle(row)}
                stop={stop(rowIndex, 0)}
              />
            </th>
            {columns.map((column, columnIndex) => (
              <td key={column.key}>
                <CellButton
                  cell={column.answer?.cell(row)}
                  name={cellName(row, column)}
                  chosen={chosen === cellName(row, column)}
                  onChoose={() => onChoose(row, column)}
                  stop={stop(rowIndex, columnIndex + 1)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Stop {
  tabIndex: number;
  onFocus: () => void;
}

function RowHead({
  row,
  isOpen,
  onToggle,
  stop,
}: {
  row: Row;
  isOpen: boolean;
  onToggle: () => void;
  stop: Stop;
}) {
  const words = useWords();
  const text = (
    <>
      {row.citation && <span class="citation">{capital(row.citation)}</span>}{' '}
      <span class="title">{capital(row.title)}</span>
    </>
  );
  if (!row.opens)
    return (
      <span class="row-head" {...stop}>
        {text}
      </span>
    );
  const title = [row.citation, row.title].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      class="row-head opens"
      aria-expanded={isOpen}
      title={isOpen ? words.matrix.closeRow(title) : words.matrix.openRow(title)}
      onClick={onToggle}
      {...stop}
    >
      {text}
    </button>
  );
}

interface CellButtonProps {
  cell: Cell | undefined;
  name: string;
  chosen: boolean;
  onChoose: () => void;
  stop: Stop;
}

function CellButton({ cell, name, chosen, onChoose, stop }: CellButtonProps) {
  const words = useWords();
  if (!cell)
    return (
      <span class="cell waiting" {...stop}>
        <span class="hidden">{words.page.loading}</span>
      </span>
    );
  const says = [
    words.levels[cell.level],
    ...(cell.edges > 0 ? [words.matrix.edges(cell.edges), words.matrix.strongest(cell.strongest)] : []),
  ].join(', ');
  return (
    <button
      type="button"
      class={`cell level-${cell.level} ${shadeOf(cell)}`}
      data-cell={name}
      aria-label={says}
      aria-pressed={chosen}
      title={says}
      onClick={onChoose}
      {...stop}
    >
      <LevelSign level={cell.level} />
      {cell.edges > 0 && <span class="count">{cell.edges}</span>}
    </button>
  );
}

/** Three shades of "partly", by the strongest clause: in passing, a good part, nearly all of it. */
export function shadeOf({ level, strongest }: Cell): 'weak' | 'middle' | 'strong' | '' {
  if (level !== 'PARTIAL') return '';
  return strongest >= 7 ? 'strong' : strongest >= 4 ? 'middle' : 'weak';
}

/** Where a key leads in a grid, or nothing for a key that is not one of its own. */
function nextPlace({ key, ctrlKey }: KeyboardEvent, { row, column }: Place, last: Place): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(last.column, column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? last.row : row, column: last.column };
    default:
      return undefined;
  }
}
