import type { EntityClass, StandardAnswer } from '../answers.js';
import { useNavigation } from '../parts/navigation.js';
import { answersIn, chosenStandards, useStart } from '../parts/start.js';
import { useWords } from '../words/words.js';
import { shortId } from './rows.js';

/** Sector, class and standards: what every view is held against. */
export function Filters({ standards = true, classes = true }: { standards?: boolean; classes?: boolean }) {
  const words = useWords();
  const { address, go } = useNavigation();
  const { sectors } = useStart();
  return (
    <form class="filters" aria-label={words.filters.label} onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{words.filters.sector}</span>
        <select
          value={address.sector ?? ''}
          onChange={({ currentTarget: { value } }) => go({ sector: value || undefined, cell: undefined })}
        >
          <option value="">{words.filters.allSectors}</option>
          {(['I', 'II'] as const).map((annex) => (
            <optgroup key={annex} label={words.filters.annex(annex)}>
              {sectors
                .filter((sector) => sector.annex === annex)
                .map(({ id, number, name }) => (
                  <option key={id} value={id.slice('sector/nis2/'.length)}>
                    {number}. {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {classes && <ClassChoice />}
      {standards && <StandardsChoice />}
    </form>
  );
}

function ClassChoice() {
  const words = useWords();
  const { address, go } = useNavigation();
  return (
    <label>
      <span>{words.filters.entityClass}</span>
      <select
        value={address.entityClass ?? ''}
        onChange={({ currentTarget: { value } }) =>
          go({ entityClass: (value as EntityClass) || undefined, cell: undefined })
        }
      >
        <option value="">{words.filters.bothClasses}</option>
        <option value="ESSENTIAL">{words.classes.ESSENTIAL}</option>
        <option value="IMPORTANT">{words.classes.IMPORTANT}</option>
      </select>
    </label>
  );
}

function StandardsChoice() {
  const words = useWords();
  const { address, go } = useNavigation();
  const start = useStart();
  const chosen = new Set(chosenStandards(start.standards, address).map(({ id }) => id));
  const toggle = (id: string) => {
    const next = start.standards
      .filter((standard) => (standard.id === id ? !chosen.has(id) : chosen.has(standard.id)))
      .map((standard) => shortId(standard.id));
    go({ standards: next, cell: undefined });
  };
  const groups = [
    [words.filters.current, start.standards.filter(({ supersededBy }) => supersededBy.length === 0)],
    [words.filters.superseded, start.standards.filter(({ supersededBy }) => supersededBy.length > 0)],
  ] as const;
  return (
    <details class="choice" onKeyDown={closeOnEscape}>
      <summary>
        <span>{words.filters.standards}</span>
        <strong>{words.filters.standardsChosen(chosen.size)}</strong>
      </summary>
      <div class="choice-list">
        {groups.map(([title, standards]) => (
          <fieldset key={title}>
            <legend>{title}</legend>
            {standards.map((standard) => (
              <StandardBox
                key={standard.id}
                standard={standard}
                checked={chosen.has(standard.id)}
                onToggle={() => toggle(standard.id)}
              />
            ))}
          </fieldset>
        ))}
        <button type="button" onClick={() => go({ standards: [], cell: undefined })}>
          {words.filters.reset}
        </button>
      </div>
    </details>
  );
}

interface StandardBoxProps {
  standard: StandardAnswer;
  checked: boolean;
  onToggle: () => void;
}

function StandardBox({ standard, checked, onToggle }: StandardBoxProps) {
  const words = useWords();
  const { address } = useNavigation();
  const fits = answersIn(standard, address.sector);
  return (
    <label class="box">
      <input type="checkbox" checked={checked} disabled={!fits} onChange={onToggle} />
      <span>
        <strong>{standard.reference}</strong>{' '}
        <small>
          {standard.certifiable ? words.certifiable : words.roles[standard.role]}
          {!fits && `; ${words.filters.otherSector}`}
        </small>
      </span>
    </label>
  );
}

function closeOnEscape(event: KeyboardEvent & { currentTarget: HTMLDetailsElement }) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
