import { useState } from 'preact/hooks';
import type { TypeNamesAnswer, TypesAnswer } from '../answers.js';
import { useNavigation } from '../parts/navigation.js';
import { useStart } from '../parts/start.js';
import { TYPE_NAMES, TYPES } from '../queries.js';
import { useAnswer } from '../use-answer.js';
import { asApi } from '../words/language.js';
import { useWords } from '../words/words.js';
import { sectorOfType, TYPE } from './profile.js';

/** First step: a sector, and of its types of entity those that fit. */
export function Types() {
  const words = useWords();
  const { address } = useNavigation();
  const { sectors } = useStart();
  const { types } = address.profile;
  const last = types.at(-1);
  const [sector, setSector] = useState(last ? sectorOfType(last) : (address.sector ?? ''));
  return (
    <>
      <label>
        <span>{words.scope.sector}</span>
        <select value={sector} onChange={({ currentTarget }) => setSector(currentTarget.value)}>
          <option value="">{words.scope.chooseSector}</option>
          {sectors.map(({ id, annex, number, name }) => (
            <option key={id} value={id.slice('sector/nis2/'.length)}>
              {annex}.{number} {name}
            </option>
          ))}
        </select>
      </label>
      {sector !== '' && <TypesOf sector={sector} />}
      {types.length > 0 && <Chosen types={types} />}
    </>
  );
}

/** What is chosen, of all sectors together. */
function Chosen({ types }: { types: readonly string[] }) {
  const words = useWords();
  const { address, go } = useNavigation();
  const { data } = useAnswer<TypeNamesAnswer>(TYPE_NAMES, {
    ids: types.map((type) => TYPE + type),
    language: asApi(address.lang),
  });
  const nameOf = (type: string) => data?.nodes.find((node) => node?.id === TYPE + type)?.name ?? type;
  const remove = (type: string) =>
    go({ profile: { ...address.profile, types: types.filter((other) => other !== type) } });
  return (
    <p class="chosen">
      <span class="note">{words.scope.chosen}:</span>{' '}
      {types.map((type) => (
        <button
          key={type}
          type="button"
          class="chip"
          aria-label={words.gaps.remove(nameOf(type))}
          onClick={() => remove(type)}
        >
          {nameOf(type)} ×
        </button>
      ))}
    </p>
  );
}

function TypesOf({ sector }: { sector: string }) {
  const words = useWords();
  const { address, go } = useNavigation();
  const { data } = useAnswer<TypesAnswer>(
    TYPES,
    { id: `sector/nis2/${sector}`, language: asApi(address.lang) },
    { keep: false },
  );
  const { types } = address.profile;
  const toggle = (type: string) =>
    go({
      profile: {
        ...address.profile,
        types: types.includes(type) ? types.filter((other) => other !== type) : [...types, type],
      },
    });
  return (
    <fieldset>
      <legend>{words.scope.types}</legend>
      <p class="note">{words.scope.typesHint}</p>
      {data?.sector?.entityTypes.map(({ id, name, condition, subsector }) => {
        const type = id.slice(TYPE.length);
        return (
          <label class="box" key={id}>
            <input type="checkbox" checked={types.includes(type)} onChange={() => toggle(type)} />
            <span>
              {name} {subsector && <small class="note">{subsector.name}</small>}
              {condition && <small class="note condition">{condition}</small>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
