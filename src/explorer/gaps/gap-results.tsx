import type { GapsAnswer } from '../answers.js';
import { LevelBar } from '../matrix/grid-head.js';
import { csvOf } from '../parts/csv.js';
import { ExportBar } from '../parts/export-bar.js';
import { LevelBadge } from '../parts/level.js';
import { useNavigation } from '../parts/navigation.js';
import { writeAddress } from '../address.js';
import { capital, useWords } from '../words/words.js';
import { useMarks } from './marks-context.js';
import { SaveAnalysis } from './save-analysis.js';

type Analysis = GapsAnswer['gapAnalysis'];

/** Where the reader stands, what would help most, and every gap with what is left of it. */
export function GapResults({ answer }: { answer: Analysis }) {
  const words = useWords();
  const { address } = useNavigation();
  const { report } = answer;
  return (
    <>
      <div class="tools">
        <ExportBar name="kobling-gaps" csv={() => gapsCsv(answer, words.gaps.gaps)} />
        <SaveAnalysis />
      </div>
      <h2>{words.gaps.report}</h2>
      <p>{words.gaps.changed(report.full, report.partial, report.none)}</p>
      <LevelBar report={report} large />
      <p>
        <a href={writeAddress({ ...address, view: 'matrix' })}>{words.gaps.toMatrix}</a>
      </p>
      <NextClauses next={answer.next} />
      <h2>
        {words.gaps.gaps} <span class="amount">{answer.gaps.length}</span>
      </h2>
      <p class="note">
        {answer.gaps.length === 0 ? words.gaps.noGaps : words.gaps.gapsCount(answer.gaps.length)}
      </p>
      <div class="gaps">
        {answer.gaps.map(({ obligation, level, remainder, topicsMissing }) => (
          <details key={obligation.id} class="gap">
            <summary>
              <span class="gap-name">
                <span class="citation">{capital(obligation.citation)}</span> {capital(obligation.title)}
              </span>
              <LevelBadge level={level} />
            </summary>
            <div class="edge-body">
              {topicsMissing.length > 0 && (
                <p>
                  <strong>{words.panel.topicsOpen}:</strong>{' '}
                  {topicsMissing.map(({ name }) => name).join('; ')}
                </p>
              )}
              <p>{remainder ?? words.levelNotes[level]}</p>
            </div>
          </details>
        ))}
      </div>
    </>
  );
}

/** Marking one shows at once what it changes. */
function NextClauses({ next }: Pick<Analysis, 'next'>) {
  const words = useWords();
  const { add } = useMarks();
  if (next.length === 0) return null;
  return (
    <>
      <h2>{words.gaps.next}</h2>
      <ol class="next">
        {next.map(({ clause, closes, improves }) => (
          <li key={clause.id}>
            <div class="next-clause">
              <strong>{clause.citation}</strong> {clause.title}
              <p class="note">
                {[
                  closes.length > 0 && words.gaps.closes(closes.length),
                  improves.length > 0 && words.gaps.improves(improves.length),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {': '}
                {[...closes, ...improves].map(({ citation }) => citation).join('; ')}
              </p>
            </div>
            <button
              type="button"
              aria-label={words.gaps.markIt(clause.citation)}
              onClick={() => add([{ clause: clause.id.slice('clause/'.length), status: 'IMPLEMENTED' }])}
            >
              {words.gaps.mark}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

const gapsCsv = ({ gaps }: Analysis, title: string) =>
  csvOf([
    ['id', 'citation', title, 'level', 'topicsMissing', 'remainder'],
    ...gaps.map(({ obligation, level, topicsMissing, remainder }) => [
      obligation.id,
      obligation.citation,
      obligation.title,
      level,
      topicsMissing.map(({ name }) => name).join('; '),
      remainder ?? '',
    ]),
  ]);
