import { useWords } from '../words/words.js';
import type { Unreadable } from './read-list.js';

interface UnreadableListProps {
  unreadable: readonly Unreadable[];
  onTake: (one: Unreadable, clause: string) => void;
  onDismiss: (one: Unreadable) => void;
}

/** Nothing that was given is dropped in silence. */
export function UnreadableList({ unreadable, onTake, onDismiss }: UnreadableListProps) {
  const words = useWords();
  if (unreadable.length === 0) return null;
  return (
    <section class="unreadable">
      <h2>
        {words.gaps.unreadable} <span class="amount">{unreadable.length}</span>
      </h2>
      <ul>
        {unreadable.map((one, index) => (
          <li key={`${index}${one.text}`}>
            <p>
              {one.row !== undefined && <span class="note">{words.gaps.row(one.row)}: </span>}
              <q>{one.text}</q>{' '}
              <span class="note">
                {typeof one.trouble === 'object' ? one.trouble.said : words.gaps[one.trouble]}
              </span>
            </p>
            {one.suggestions.length > 0 && <p class="note">{words.gaps.meant}:</p>}
            <p class="buttons">
              {one.suggestions.map(({ clause, citation }) => (
                <button
                  type="button"
                  key={clause}
                  aria-label={words.gaps.use(citation)}
                  onClick={() => onTake(one, clause)}
                >
                  {citation}
                </button>
              ))}
              <button
                type="button"
                class="quiet"
                aria-label={`${words.gaps.dismiss}: ${one.text}`}
                onClick={() => onDismiss(one)}
              >
                {words.gaps.dismiss}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
