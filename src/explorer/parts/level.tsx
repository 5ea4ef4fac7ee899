import type { CellLevel } from '../matrix/rows.js';
import { useWords } from '../words/words.js';

/** The sign of a level: told apart by its shape, so that it needs no colour. */
export function LevelSign({ level }: { level: CellLevel }) {
  return (
    <svg class={`sign sign-${level}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <Shape level={level} />
    </svg>
  );
}

function Shape({ level }: { level: CellLevel }) {
  switch (level) {
    case 'FULL':
      return <circle cx="8" cy="8" r="6.5" fill="currentColor" />;
    case 'PARTIAL':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.4" />
          <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
        </>
      );
    case 'NONE':
      return <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.4" />;
    case 'UNASSESSED':
      return (
        <>
          <path
            d="M4.9 5.4a3.1 3.1 0 1 1 4.9 2.6C8.7 8.7 8 9.3 8 10.9"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
          />
          <circle cx="8" cy="13.7" r="1.3" fill="currentColor" />
        </>
      );
    case 'ANSWERED':
      return <path d="M3 8.5l3.4 3.4L13 4.8" fill="none" stroke="currentColor" stroke-width="2" />;
    case 'OPEN':
      return <path d="M4 8h8" fill="none" stroke="currentColor" stroke-width="2" />;
  }
}

/** Sign and word together. */
export function LevelBadge({ level }: { level: CellLevel }) {
  const words = useWords();
  return (
    <span class={`badge level-${level}`}>
      <LevelSign level={level} />
      {words.levels[level]}
    </span>
  );
}
