import { LevelSign } from '../parts/level.js';
import { useWords } from '../words/words.js';

/** What the signs and shades say. */
export function Legend() {
  const words = useWords();
  return (
    <section class="legend" aria-label={words.matrix.legend}>
      <ul>
        {(['FULL', 'PARTIAL', 'NONE', 'UNASSESSED'] as const).map((level) => (
          <li key={level}>
            <span class={`cell level-${level} ${level === 'PARTIAL' ? 'middle' : ''}`}>
              <LevelSign level={level} />
            </span>
            <span>
              {words.levels[level]}
              <span class="note">: {words.levelNotes[level]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What needs more words, below the matrix. */
export function LegendNotes() {
  const words = useWords();
  return (
    <div class="legend">
      <p class="note shades">
        <span class="cell level-PARTIAL weak" />
        <span class="cell level-PARTIAL middle" />
        <span class="cell level-PARTIAL strong" /> {words.matrix.legendStrength}
      </p>
      <p class="note topics">
        <LevelSign level="ANSWERED" /> {words.levelNotes.ANSWERED} <LevelSign level="OPEN" />{' '}
        {words.levelNotes.OPEN}
      </p>
    </div>
  );
}
