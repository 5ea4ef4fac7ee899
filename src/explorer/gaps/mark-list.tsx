import { useEffect, useState } from 'preact/hooks';
import { writeAddress } from '../address.js';
import type { NodeAnswer } from '../answers.js';
import { ask } from '../api.js';
import { useAnnounce } from '../parts/announcer.js';
import { copyText } from '../parts/export-bar.js';
import { useNavigation } from '../parts/navigation.js';
import { CLAUSES, NAMED_AT_ONCE } from '../queries.js';
import { asApi } from '../words/language.js';
import { useWords } from '../words/words.js';
import { useMarks } from './marks-context.js';
import { MOST_MARKS, STATUSES, writeMarks, type Mark, type Status } from './marks.js';

/** What is marked, each with its status; and what can be done with the list as a whole. */
export function MarkList() {
  const words = useWords();
  const announce = useAnnounce();
  const { address } = useNavigation();
  const { marks, add, remove, clear } = useMarks();
  const names = useNames(marks);
  const share = () => {
    const fragment = writeAddress({ ...address, have: writeMarks(marks) });
    void copyText(new URL(fragment, location.href).href).then((done) =>
      announce(done ? words.gaps.shared : words.page.copyFailed),
    );
  };
  return (
    <section class="marks">
      <h2>
        {words.gaps.marks} <span class="amount">{marks.length}</span>
      </h2>
      {marks.length === 0 && <p class="note">{words.gaps.noMarks}</p>}
      {marks.length >= MOST_MARKS && <p class="note">{words.gaps.tooMany(MOST_MARKS)}</p>}
      {marks.length > 0 && (
        <>
          <p class="buttons">
            <button type="button" onClick={share}>
              {words.gaps.share}
            </button>
            <button type="button" class="quiet" onClick={clear}>
              {words.gaps.clear}
            </button>
          </p>
          <ul class="mark-rows">
            {marks.map((mark) => {
              const named = names.get(`clause/${mark.clause}`);
              const citation = named?.citation ?? mark.clause;
              return (
                <li key={mark.clause}>
                  <span class="mark-name">
                    <strong>{citation}</strong> {named?.title}
                  </span>
                  <select
                    aria-label={words.gaps.statusOf(citation)}
                    value={mark.status}
                    onChange={({ currentTarget }) =>
                      add([{ clause: mark.clause, status: currentTarget.value as Status }])
                    }
                  >
                    {STATUSES.map((status) => (
                      <option key={status} value={status}>
                        {words.gaps.statuses[status]}
                      </option>
                    ))}
                  </select>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={words.gaps.remove(citation)}
                    onClick={() => remove(mark.clause)}
                  >
                    ×
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** Names of the marked clauses in the language of the page. */
function useNames(marks: readonly Mark[]): ReadonlyMap<string, NodeAnswer> {
  const { address } = useNavigation();
  const [names, setNames] = useState<ReadonlyMap<string, NodeAnswer>>(new Map());
  const ids = marks.map(({ clause }) => `clause/${clause}`);
  useEffect(() => {
    let current = true;
    const calls: Promise<{ nodes: (NodeAnswer | null)[] }>[] = [];
    for (let start = 0; start < ids.length; start += NAMED_AT_ONCE)
      calls.push(
        ask(CLAUSES, { ids: ids.slice(start, start + NAMED_AT_ONCE), language: asApi(address.lang) }),
      );
    void Promise.all(calls).then(
      (answers) => {
        const nodes = answers.flatMap((answer) => answer.nodes).filter((node) => node !== null);
        if (current) setNames(new Map(nodes.map((node) => [node.id, node])));
      },
      // Without names the list shows its ids.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [ids.join(' '), address.lang]);
  return names;
}
