import type { LevelsReport } from '../answers.js';
import { LevelSign } from '../parts/level.js';
import { useWords } from '../words/words.js';
import type { MatrixColumn } from './columns.js';

/** Names of the columns, and how many duties stand at which level in each. */
export function GridHead({ columns }: { columns: readonly MatrixColumn[] }) {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th scope="col" class="corner">
          {words.matrix.obligation}
        </th>
        {columns.map(({ key, name, year, note, certifiable }) => (
          <th scope="col" key={key}>
            <span class="standard">
              {name}
              {year && (
                <>
                  <wbr />:{year}
                </>
              )}
            </span>
            <span class={certifiable ? 'role certifiable' : 'role'}>{note}</span>
          </th>
        ))}
      </tr>
      <tr class="totals">
        <th scope="row">{words.matrix.summary}</th>
        {columns.map(({ key, answer }) => (
          <td key={key}>{answer && <LevelBar report={answer.report} />}</td>
        ))}
      </tr>
    </thead>
  );
}

const PARTS = [
  ['full', 'FULL'],
  ['partial', 'PARTIAL'],
  ['none', 'NONE'],
  ['unassessed', 'UNASSESSED'],
] as const;

/** How many duties stand at which level: figures, and a bar for those who would rather look. */
export function LevelBar({ report, large }: { report: LevelsReport; large?: boolean }) {
  const words = useWords();
  const parts = PARTS.filter(([count]) => report[count] > 0);
  const says = parts.map(([count, level]) => `${words.levels[level]}: ${report[count]}`).join(', ');
  let start = 0;
  return (
    <span class={large ? 'level-bar large' : 'level-bar'} role="img" aria-label={says} title={says}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(([count, level]) => {
          const width = (100 * report[count]) / Math.max(1, report.total);
          const x = start;
          start += width;
          return <rect key={level} class={`bar-${level}`} x={x} y="0" width={width} height="8" />;
        })}
      </svg>
      <span class="level-figures" aria-hidden="true">
        {parts.map(([count, level]) => (
          <span key={level}>
            <LevelSign level={level} />
            {report[count]}
          </span>
        ))}
      </span>
    </span>
  );
}
