import type { Incident } from '../address.js';
import { useNavigation } from '../parts/navigation.js';
import { useWords } from '../words/words.js';
import { ownZone } from './zoned-time.js';

/** What is known of the incident. It stands in the address and is sent for the calculation, nowhere else. */
export function IncidentForm() {
  const words = useWords();
  const { address, go } = useNavigation();
  const { incident } = address;
  const change = (part: Partial<Incident>) => go({ incident: { ...incident, ...part } }, { replace: true });
  const moment = (key: 'aware' | 'notified' | 'handled') => (
    <label>
      <span>{words.clocks[key]}</span>
      <input
        type="datetime-local"
        value={incident[key] ?? ''}
        onChange={({ currentTarget: { value } }) => change({ [key]: value || undefined })}
      />
    </label>
  );
  const zone = incident.zone ?? ownZone();
  return (
    <form class="stacked" onSubmit={(event) => event.preventDefault()}>
      {moment('aware')}
      {moment('notified')}
      {moment('handled')}
      <label>
        <span>{words.clocks.zone}</span>
        <select value={zone} onChange={({ currentTarget: { value } }) => change({ zone: value })}>
          {zonesWith(zone).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.clocks.ongoing}</span>
        <select
          value={incident.ongoing ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ ongoing: value === '' ? undefined : (value as 'yes' | 'no') })
          }
        >
          {(['', 'yes', 'no'] as const).map((value) => (
            <option key={value} value={value}>
              {words.clocks.ongoingValues[value]}
            </option>
          ))}
        </select>
      </label>
      <label class="box">
        <input
          type="checkbox"
          checked={incident.trust === true}
          onChange={({ currentTarget }) => change({ trust: currentTarget.checked || undefined })}
        />
        <span>{words.clocks.trust}</span>
      </label>
      <label>
        <span>{words.clocks.country}</span>
        <select
          value={incident.country ?? ''}
          onChange={({ currentTarget: { value } }) => change({ country: value || undefined })}
        >
          <option value="">{words.clocks.noCountry}</option>
          <option value="DK">{words.clocks.denmark}</option>
        </select>
      </label>
      {incident.country && <p class="note">{words.clocks.typesHint}</p>}
    </form>
  );
}

/** Zones of Europe and UTC, and whichever is chosen. */
function zonesWith(chosen: string): string[] {
  const europe = Intl.supportedValuesOf('timeZone').filter((name) => name.startsWith('Europe/'));
  return [...new Set([chosen, 'UTC', ...europe])];
}
