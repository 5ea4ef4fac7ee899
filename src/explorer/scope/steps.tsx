import type { Profile } from '../address.js';
import type { Size } from '../answers.js';
import { useNavigation } from '../parts/navigation.js';
import { useWords } from '../words/words.js';
import { CIRCUMSTANCES, readCountries } from './profile.js';

function useProfile() {
  const { address, go } = useNavigation();
  const change = (part: Partial<Profile>) =>
    go({ profile: { ...address.profile, ...part } }, { replace: true });
  return { profile: address.profile, change };
}

/** Second step: what besides type and size decides. */
export function Circumstances() {
  const words = useWords();
  const { profile, change } = useProfile();
  const { circumstances } = profile;
  return (
    <fieldset>
      <legend>{words.scope.circumstances}</legend>
      <p class="note">{words.scope.circumstancesHint}</p>
      {CIRCUMSTANCES.map((one) => (
        <label class="box" key={one}>
          <input
            type="checkbox"
            checked={circumstances.includes(one)}
            onChange={() =>
              change({
                circumstances: circumstances.includes(one)
                  ? circumstances.filter((other) => other !== one)
                  : [...circumstances, one],
              })
            }
          />
          <span>{words.scope.circumstance[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Third step: the size, as such or by the figures. */
export function SizeStep() {
  const words = useWords();
  const { profile, change } = useProfile();
  const figure = (key: 'headcount' | 'turnover' | 'balance') => (
    <label>
      <span>{words.scope[key]}</span>
      <input
        type="number"
        min="0"
        inputMode="numeric"
        value={profile[key] ?? ''}
        onInput={({ currentTarget: { value } }) =>
          change({ [key]: value === '' || Number(value) < 0 ? undefined : Number(value) })
        }
      />
    </label>
  );
  return (
    <>
      <label>
        <span>{words.scope.size}</span>
        <select
          value={profile.size ?? ''}
          onChange={({ currentTarget: { value } }) => change({ size: (value as Size) || undefined })}
        >
          <option value="">{words.scope.sizeUnknown}</option>
          {(['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const).map((size) => (
            <option key={size} value={size}>
              {words.scope.sizes[size]}
            </option>
          ))}
        </select>
      </label>
      {figure('headcount')}
      {figure('turnover')}
      {figure('balance')}
      <p class="note">{words.scope.figuresHint}</p>
    </>
  );
}

/** Fourth step: where, for jurisdiction and for what Member States may choose. */
export function Places() {
  const words = useWords();
  const { profile, change } = useProfile();
  const places = (key: 'establishedIn' | 'servesIn') => (
    <label>
      <span>{words.scope[key]}</span>
      <input
        type="text"
        autocomplete="off"
        aria-describedby="countries-hint"
        value={profile[key].join(', ')}
        onChange={({ currentTarget }) => change({ [key]: readCountries(currentTarget.value) })}
      />
    </label>
  );
  return (
    <>
      <p class="note" id="countries-hint">
        {words.scope.countriesHint}
      </p>
      {places('establishedIn')}
      {places('servesIn')}
      <label>
        <span>{words.scope.main}</span>
        <input
          type="text"
          autocomplete="off"
          aria-describedby="countries-hint"
          value={profile.mainEstablishment ?? ''}
          onChange={({ currentTarget }) =>
            change({ mainEstablishment: readCountries(currentTarget.value)[0] ?? undefined })
          }
        />
      </label>
    </>
  );
}
