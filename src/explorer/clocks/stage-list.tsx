import type { StageAnswer } from '../answers.js';
import { useNavigation } from '../parts/navigation.js';
import { capital, useWords } from '../words/words.js';
import { readableMoment } from './zoned-time.js';

/** Each message: when, what, to whom, and by which duty. */
export function StageList({ stages }: { stages: readonly StageAnswer[] }) {
  const words = useWords();
  const { address } = useNavigation();
  return (
    <ol class="stages">
      {stages.map((stage) => (
        <li key={stage.kind} class={stage.dueAt ? 'stage' : 'stage without-time'}>
          <h2>{words.clocks.stages[stage.kind]}</h2>
          <p class="due">
            {stage.dueAtLocal ? (
              <time dateTime={stage.dueAt ?? undefined}>
                {readableMoment(stage.dueAtLocal, address.lang)}
              </time>
            ) : (
              words.clocks.noTime
            )}
          </p>
          <p class="note">
            {stage.mandatory ? words.clocks.mandatory : words.clocks.onCondition} ·{' '}
            {capital(stage.obligation.citation)}
          </p>
          <p>{stage.basis}</p>
          <dl>
            <dt>{words.clocks.content}</dt>
            <dd>
              <ul>
                {stage.content.map((part) => (
                  <li key={part}>{part}</li>
                ))}
              </ul>
            </dd>
            <dt>{words.clocks.recipient}</dt>
            <dd>{stage.recipient}</dd>
            {stage.authorities.length > 0 && (
              <>
                <dt>{words.clocks.authorities}</dt>
                <dd>{stage.authorities.map(({ name }) => name).join('; ')}</dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ol>
  );
}
