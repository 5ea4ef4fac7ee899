import type { ClassifyAnswer, Outcome } from '../answers.js';
import { writeAddress } from '../address.js';
import { ExportBar } from '../parts/export-bar.js';
import { useNavigation } from '../parts/navigation.js';
import { capital, useWords } from '../words/words.js';
import { sectorOfType } from './profile.js';

type Classification = ClassifyAnswer['classifyEntity'];

/** What the entity is, by which article, and what is still open. */
export function Result({ answer }: { answer: Classification }) {
  const words = useWords();
  const { openQuestions } = answer;
  const deciding = answer.reasons.filter(({ decisive }) => decisive);
  const others = answer.reasons.filter(({ decisive }) => !decisive);
  return (
    <>
      <p class={`outcome outcome-${answer.outcome}`}>
        {words.scope.outcomes[answer.outcome]}
        {answer.size && (
          <span class="note">
            {words.scope.sizeIs}: {words.scope.sizes[answer.size].toLowerCase()}
          </span>
        )}
      </p>
      {openQuestions.length > 0 && (
        <>
          <h3>{words.scope.open}</h3>
          <ul class="questions">
            {openQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      <Reasons
        title={answer.outcome === 'NEEDS_DECISION' ? words.scope.turnsOn : words.scope.deciding}
        reasons={deciding}
      />
      <Consequences answer={answer} />
      <Reasons title={words.scope.alsoApplied} reasons={others} />
      <ExportBar name="kobling-scope" />
    </>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: Classification['reasons'] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="reasons">
        {reasons.map(({ rule, statement, provision }) => (
          <li key={rule}>
            {provision && (
              <strong>
                {provision.eli ? (
                  <a href={provision.eli} rel="noreferrer" target="_blank">
                    {capital(provision.citation)}
                  </a>
                ) : (
                  capital(provision.citation)
                )}
              </strong>
            )}{' '}
            {statement}
          </li>
        ))}
      </ul>
    </>
  );
}

function Consequences({ answer }: { answer: Classification }) {
  const words = useWords();
  const { address } = useNavigation();
  const { maximumFine: fine } = answer;
  const locale = address.lang === 'da' ? 'da-DK' : 'en-IE';
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const facts: [string, string | null][] = [
    [words.scope.jurisdiction, answer.jurisdictions.join(', ')],
    [words.scope.supervision, answer.supervision],
    [
      words.scope.fine,
      fine &&
        words.scope.fineText(
          money.format(fine.amountEur),
          percent.format(fine.turnoverPercent / 100),
          fine.provision.citation,
        ),
    ],
    [words.scope.instead, answer.lexSpecialis.map(({ shortName }) => shortName).join(', ')],
    [words.scope.standards, answer.standards.map(({ reference }) => reference).join(', ')],
  ];
  const told = facts.filter(([, value]) => value);
  return (
    <>
      <dl class="facts">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {answer.obligations.length > 0 && (
        <details class="duties">
          <summary>{words.scope.duties(answer.obligations.length)}</summary>
          <ul>
            {answer.obligations.map(({ id, citation, title }) => (
              <li key={id}>
                <span class="citation">{capital(citation)}</span> {capital(title)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isClass(answer.outcome) && (
        <p>
          <a
            href={writeAddress({
              ...address,
              view: 'matrix',
              entityClass: answer.outcome,
              sector: address.profile.types[0] ? sectorOfType(address.profile.types[0]) : address.sector,
            })}
          >
            {words.scope.toMatrix}
          </a>
        </p>
      )}
    </>
  );
}

const isClass = (outcome: Outcome): outcome is 'ESSENTIAL' | 'IMPORTANT' =>
  outcome === 'ESSENTIAL' || outcome === 'IMPORTANT';
