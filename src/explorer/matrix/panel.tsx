import { useEffect, useRef } from 'preact/hooks';
import { scopeOf } from '../address.js';
import type { DutyAnswer } from '../answers.js';
import { Failure } from '../parts/failure.js';
import { LevelBadge } from '../parts/level.js';
import { useNavigation } from '../parts/navigation.js';
import { useStart } from '../parts/start.js';
import { DUTY } from '../queries.js';
import { useAnswer } from '../use-answer.js';
import { asApi } from '../words/language.js';
import { capital, useWords } from '../words/words.js';
import type { MatrixColumn } from './columns.js';
import { EdgeList, Sources } from './edges.js';
import { dutyKey, type Row } from './rows.js';

interface PanelProps {
  row: Row;
  column: MatrixColumn;
  rows: readonly Row[];
}

/** Why a cell has its level. Takes the focus when it opens; Escape and the button give it back to the cell. */
export function Panel({ row, column, rows }: PanelProps) {
  const words = useWords();
  const { address, go } = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);
  const cell = address.cell ?? '';
  useEffect(() => {
    heading.current?.focus({ preventScroll: innerWidth >= 1100 });
  }, [cell]);
  const close = () => {
    go({ cell: undefined });
    document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`)?.focus();
  };
  const [duty] = row.duties;
  return (
    <aside
      class="panel"
      aria-labelledby="panel-title"
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <div class="panel-head">
        <p class="panel-kicker">
          {row.citation && `${capital(row.citation)} · `}
          {column.name}
          {column.year && `:${column.year}`}
        </p>
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          {capital(row.title)}
        </h2>
        <button type="button" class="close" onClick={close}>
          {words.page.close}
        </button>
      </div>
      {row.duties.length === 1 && duty ? (
        <DutyExplained id={duty.id} column={column} topic={row.topic} />
      ) : (
        <DutyLinks row={row} column={column} rows={rows} />
      )}
    </aside>
  );
}

/** A cell of several duties leads to each of them. */
function DutyLinks({ row, column, rows }: PanelProps) {
  const words = useWords();
  const { go } = useNavigation();
  const keys = new Set(row.duties.map((duty) => dutyKey(row.key, duty)));
  const below = rows.filter(({ key }) => keys.has(key));
  return (
    <>
      <h3>{words.panel.obligations}</h3>
      <ul class="duty-links">
        {below.map((duty) => {
          const cell = column.answer?.cell(duty);
          return (
            <li key={duty.key}>
              <button type="button" onClick={() => go({ cell: `${duty.key}~${column.key}` })}>
                <span class="citation">{capital(duty.citation)}</span> {duty.title}
              </button>
              {cell && <LevelBadge level={cell.level} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function DutyExplained({ id, column, topic }: { id: string; column: MatrixColumn; topic?: string }) {
  const words = useWords();
  const { address } = useNavigation();
  const { standards } = useStart();
  const { data, error } = useAnswer<DutyAnswer>(
    DUTY,
    { id, standards: column.standards, scope: scopeOf(address), language: asApi(address.lang) },
    { keep: false },
  );
  if (error) return <Failure message={error} />;
  const duty = data?.obligation;
  if (!duty) return <p class="loading">{words.page.loading}</p>;
  const { coverage, deadline } = duty;
  const names = standards.filter((standard) => column.standards.includes(standard.id));
  const mappings = topic
    ? [...coverage.mappings].sort((one, other) => Number(answers(other, topic)) - Number(answers(one, topic)))
    : coverage.mappings;
  return (
    <>
      <p class="summary">{duty.summary}</p>
      <p class="against">
        <LevelBadge level={coverage.level} />{' '}
        {words.panel.against(names.map(({ reference }) => reference).join(', '))}
      </p>
      {coverage.level === 'UNASSESSED' && <p class="note">{words.panel.unassessed}</p>}
      {deadline && (
        <>
          <h3>{words.panel.deadline}</h3>
          <p>{deadline.trigger}</p>
        </>
      )}
      <Topics title={words.panel.topicsAnswered} topics={coverage.topicsCovered} />
      <Topics title={words.panel.topicsOpen} topics={coverage.topicsMissing} />
      {(coverage.remainder ?? (coverage.level === 'FULL' && words.panel.nothingLeft)) && (
        <>
          <h3>{words.panel.remainder}</h3>
          <p>{coverage.remainder ?? words.panel.nothingLeft}</p>
        </>
      )}
      {coverage.assessments.length > 0 && (
        <>
          <h3>{words.panel.verdicts}</h3>
          {coverage.assessments.map((assessment) => (
            <div key={assessment.id} class="verdict">
              <p>
                <strong>{assessment.standard.reference}:</strong> {assessment.reason}
              </p>
              <Sources sources={assessment.sources} />
            </div>
          ))}
        </>
      )}
      {coverage.unassessedStandards.length > 0 && coverage.level !== 'UNASSESSED' && (
        <p class="note">
          {words.panel.unassessedStandards}:{' '}
          {coverage.unassessedStandards.map(({ reference }) => reference).join(', ')}
        </p>
      )}
      <EdgeList edges={mappings} />
    </>
  );
}

const answers = ({ topics }: { topics: { id: string }[] }, topic: string) =>
  topics.some(({ id }) => id === topic);

function Topics({ title, topics }: { title: string; topics: readonly { id: string; name: string }[] }) {
  if (topics.length === 0) return null;
  return (
    <p class="topics">
      <strong>{title}:</strong> {topics.map(({ name }) => name).join('; ')}
    </p>
  );
}
