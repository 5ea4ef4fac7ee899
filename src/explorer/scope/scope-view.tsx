import { useEffect, useRef } from 'preact/hooks';
import type { ClassifyAnswer } from '../answers.js';
import { writeAddress } from '../address.js';
import { Failure } from '../parts/failure.js';
import { useNavigation } from '../parts/navigation.js';
import { CLASSIFY } from '../queries.js';
import { useAnswer } from '../use-answer.js';
import { asApi } from '../words/language.js';
import { useWords } from '../words/words.js';
import { profileInput } from './profile.js';
import { Result } from './result.js';
import { Circumstances, Places, SizeStep } from './steps.js';
import { Types } from './types-step.js';

const STEPS = [Types, Circumstances, SizeStep, Places] as const;

/** The questions of scope one after the other, and beside them what follows so far. */
export function ScopeView() {
  const words = useWords();
  const { address } = useNavigation();
  const input = profileInput(address.profile);
  const { data, error } = useAnswer<ClassifyAnswer>(
    CLASSIFY,
    input ? { input, language: asApi(address.lang) } : null,
  );
  return (
    <>
      <div class="view-head">
        <h1>{words.scope.title}</h1>
        <p class="lead">{words.scope.lead}</p>
      </div>
      <div class="two-sides even">
        <section class="side">
          <StepLinks />
          <Step />
        </section>
        <section class="side main-side" aria-live="polite" aria-labelledby="result-title">
          <h2 id="result-title">{words.scope.result}</h2>
          {error && <Failure message={error} />}
          {!input && <p class="empty">{words.scope.nothingYet}</p>}
          {input && data && <Result answer={data.classifyEntity} />}
        </section>
      </div>
    </>
  );
}

function StepLinks() {
  const words = useWords();
  const { address } = useNavigation();
  return (
    <nav aria-label={words.scope.title} class="steps">
      <ol>
        {words.scope.steps.map((name, index) => (
          <li key={name}>
            <a
              href={writeAddress({ ...address, step: index + 1 })}
              aria-current={address.step === index + 1 ? 'step' : undefined}
            >
              <span class="step-number" aria-hidden="true">
                {index + 1}
              </span>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One step; going on moves the focus to its heading, so that nobody has to look for it. */
function Step() {
  const words = useWords();
  const { address, go } = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [address.step]);
  const Questions = STEPS[address.step - 1] ?? Types;
  return (
    <form class="step stacked" onSubmit={(event) => event.preventDefault()}>
      <p class="note">{words.scope.stepOf(address.step)}</p>
      <h2 tabIndex={-1} ref={heading}>
        {words.scope.steps[address.step - 1]}
      </h2>
      <Questions />
      <p class="buttons">
        {address.step > 1 && (
          <button type="button" onClick={() => go({ step: address.step - 1 })}>
            {words.scope.back}
          </button>
        )}
        {address.step < STEPS.length && (
          <button type="button" class="primary" onClick={() => go({ step: address.step + 1 })}>
            {words.scope.next}
          </button>
        )}
      </p>
    </form>
  );
}
