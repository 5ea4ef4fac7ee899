import { useMemo } from 'preact/hooks';
import { scopeOf } from '../address.js';
import type { GapsAnswer, RowsAnswer } from '../answers.js';
import { gapsVariables } from '../gaps/marks.js';
import { useMarks } from '../gaps/marks-context.js';
import { ExportBar } from '../parts/export-bar.js';
import { Failure } from '../parts/failure.js';
import { useNavigation } from '../parts/navigation.js';
import { chosenStandards, useStart } from '../parts/start.js';
import { GAPS, levelsQuery, ROWS } from '../queries.js';
import { useAnswer } from '../use-answer.js';
import { asApi } from '../words/language.js';
import { useWords } from '../words/words.js';
import {
  columnsOf,
  levelsVariables,
  OURS,
  withAnswers,
  type LevelsAnswer,
  type MatrixColumn,
} from './columns.js';
import { Filters } from './filters.js';
import { cellName, Grid } from './grid.js';
import { Legend, LegendNotes } from './legend.js';
import { Panel } from './panel.js';
import { matrixCsv, matrixPicture } from './picture.js';
import { Column, rowsOf, visibleRows, type Row } from './rows.js';

/** The heat map: duties against standards, and beside it why a cell is what it is. */
export function MatrixView() {
  const words = useWords();
  const { address, go } = useNavigation();
  const { rows, columns, error } = useMatrix();
  const shown = visibleRows(rows, address.open);
  const groups = rows.filter(({ opens }) => opens).map(({ key }) => key);
  const allOpen = groups.every((key) => address.open.includes(key));
  const chosenRow = rows.find(({ key }) => address.cell?.startsWith(`${key}~`));
  const chosenColumn = columns.find(({ key }) => address.cell?.endsWith(`~${key}`));

  const toggle = ({ key }: Row) =>
    go({
      open: address.open.includes(key) ? address.open.filter((one) => one !== key) : [...address.open, key],
    });
  const choose = (row: Row, column: MatrixColumn) =>
    column.key === OURS ? go({ view: 'gaps', cell: undefined }) : go({ cell: cellName(row, column) });

  return (
    <div class={chosenRow && chosenColumn ? 'with-panel' : ''}>
      <div class="view-head">
        <h1>{words.matrix.title}</h1>
        <p class="lead">{words.matrix.lead}</p>
      </div>
      <Filters />
      {error && <Failure message={error} />}
      <div class="columns">
        <section class="matrix-area" aria-label={words.matrix.title}>
          <Legend />
          <div class="tools">
            <button type="button" onClick={() => go({ open: allOpen ? [] : groups })}>
              {allOpen ? words.matrix.closeAll : words.matrix.openAll}
            </button>
            <ExportBar
              name="kobling-matrix"
              csv={() => matrixCsv(shown, columns, words)}
              svg={() => matrixPicture(shown, columns, words)}
            />
          </div>
          {columns.length === 0 ? (
            <p class="empty">{words.matrix.noStandard}</p>
          ) : (
            <div class="scroll">
              {shown.length > 0 ? (
                <Grid
                  rows={shown}
                  columns={columns}
                  open={address.open}
                  chosen={address.cell}
                  caption={words.matrix.caption(
                    columns.filter(({ standards }) => standards.length === 1).length,
                    new Set(rows.flatMap(({ duties }) => duties.map(({ id }) => id))).size,
                  )}
                  onToggle={toggle}
                  onChoose={choose}
                />
              ) : (
                <p class="loading">{words.page.loading}</p>
              )}
            </div>
          )}
          <LegendNotes />
        </section>
        {chosenRow && chosenColumn && <Panel row={chosenRow} column={chosenColumn} rows={rows} />}
      </div>
    </div>
  );
}

/** Rows and columns of the matrix for what is chosen, filled as the answers arrive. */
function useMatrix() {
  const words = useWords();
  const { address } = useNavigation();
  const { standards, measures } = useStart();
  const { marks } = useMarks();
  const scope = scopeOf(address);
  const columns = columnsOf(chosenStandards(standards, address), words);
  const ids = columns.find(({ key }) => key === 'together')?.standards ?? columns[0]?.standards ?? [];
  const asked = ids.length > 0;
  const duties = useAnswer<RowsAnswer>(
    ROWS,
    asked ? { standards: ids, scope, language: asApi(address.lang) } : null,
  );
  const query = useMemo(() => levelsQuery(columns.length), [columns.length]);
  const levels = useAnswer<LevelsAnswer>(query, asked ? levelsVariables(columns, scope) : null, {
    keep: false,
  });
  const ours = useAnswer<GapsAnswer>(
    GAPS,
    asked && marks.length > 0 ? gapsVariables(marks, scope, address.lang) : null,
    { keep: false },
  );
  const rows = useMemo(
    () =>
      rowsOf(
        duties.data?.coverage.obligations.map(({ obligation }) => obligation) ?? [],
        measures,
        words.kinds,
      ),
    [duties.data, measures, words],
  );
  const answered = withAnswers(columns, levels.data);
  if (ours.data)
    answered.push({
      key: OURS,
      name: words.matrix.ours,
      year: '',
      note: words.matrix.oursNote,
      certifiable: false,
      standards: [],
      answer: new Column(ours.data.gapAnalysis.report),
    });
  return { rows, columns: answered, error: duties.error ?? levels.error ?? ours.error };
}
