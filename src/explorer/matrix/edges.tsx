import type { EdgeAnswer, SourceAnswer } from '../answers.js';
import { LevelBadge } from '../parts/level.js';
import { useWords } from '../words/words.js';

/** So many are open from the start; the rest is one key away. */
const OPEN_AT_FIRST = 3;

/** The edges of a duty, strongest first; what was judged to have nothing in common stands apart at the end. */
export function EdgeList({ edges }: { edges: readonly EdgeAnswer[] }) {
  const words = useWords();
  const covering = edges.filter(({ covers }) => covers !== 'NONE');
  const sorted = [...covering].sort((one, other) => other.strength - one.strength);
  const apart = edges.filter(({ covers }) => covers === 'NONE');
  return (
    <>
      <h3>
        {words.panel.edges} <span class="amount">{covering.length}</span>
      </h3>
      {covering.length === 0 && <p class="note">{words.panel.noEdges}</p>}
      {sorted.map((edge, index) => (
        <Edge key={edge.id} edge={edge} open={index < OPEN_AT_FIRST} />
      ))}
      {apart.length > 0 && (
        <>
          <h3>
            {words.panel.nothingInCommon} <span class="amount">{apart.length}</span>
          </h3>
          {apart.map((edge) => (
            <Edge key={edge.id} edge={edge} open={false} />
          ))}
        </>
      )}
    </>
  );
}

function Edge({ edge, open }: { edge: EdgeAnswer; open: boolean }) {
  const words = useWords();
  const { clause, topics } = edge;
  return (
    <details class="edge" open={open}>
      <summary>
        <span class="edge-name">
          <strong>{clause.number}</strong> {clause.title}
        </span>
        <span class="edge-standard">{clause.standard.reference}</span>
        <Strength value={edge.strength} />
      </summary>
      <div class="edge-body">
        <p class="edge-facts">
          <LevelBadge level={edge.covers} /> <span>{words.relationships[edge.relationship]}</span>
        </p>
        <dl>
          <dt>{words.panel.why}</dt>
          <dd>{edge.rationale}</dd>
          {edge.gap && (
            <>
              <dt>{words.panel.gap}</dt>
              <dd>{edge.gap}</dd>
            </>
          )}
          {topics.length > 0 && (
            <>
              <dt>{words.panel.answers}</dt>
              <dd>{topics.map(({ name }) => name).join('; ')}</dd>
            </>
          )}
        </dl>
        <p class="note">
          {words.panel.confidence}: {words.confidence[edge.confidence]} · {words.status[edge.status]}
          {edge.inheritedFrom && ` · ${words.panel.inherited(edge.inheritedFrom.clause.citation)}`}
        </p>
        <Sources sources={edge.sources} />
      </div>
    </details>
  );
}

function Strength({ value }: { value: number }) {
  const words = useWords();
  return (
    <span
      class="strength"
      role="img"
      aria-label={words.panel.strength(value)}
      title={words.panel.strength(value)}
    >
      <svg viewBox="0 0 50 6" aria-hidden="true">
        <rect class="strength-of" width="50" height="6" rx="1" />
        <rect class="strength-is" width={value * 5} height="6" rx="1" />
      </svg>
      <span aria-hidden="true">{value}</span>
    </span>
  );
}

export function Sources({ sources }: { sources: readonly SourceAnswer[] }) {
  const words = useWords();
  if (sources.length === 0) return null;
  return (
    <p class="sources">
      <strong>{words.panel.sources}:</strong>{' '}
      {sources.map(({ locator, source }, index) => (
        <span key={`${source.id}${locator ?? ''}`}>
          {index > 0 && '; '}
          {source.url ? (
            <a href={source.url} rel="noreferrer" target="_blank">
              {source.title}
              <span class="hidden"> {words.page.opensInNewTab}</span>
            </a>
          ) : (
            source.title
          )}
          {locator && `, ${locator}`}
        </span>
      ))}
    </p>
  );
}
