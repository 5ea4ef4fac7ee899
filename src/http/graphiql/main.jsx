/* global EXAMPLE_OPERATIONS */
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createRoot } from 'react-dom/client';
import { useState } from 'react';
import 'graphiql/style.css';
import './style.css';

const WORKERS = { json: 'json.worker.js', graphql: 'graphql.worker.js' };
globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(`/graphiql/${WORKERS[label] ?? 'editor.worker.js'}`, { name: label }),
};

/** A shared query arrives in the fragment, which browsers do not send: what somebody asks stays with them. */
function readSharedQuery() {
  const shared = new URLSearchParams(location.hash.slice(1));
  if (!shared.has('query')) return undefined;
  return { query: shared.get('query'), variables: shared.get('variables') ?? undefined };
}

function linkTo(query, variables) {
  const shared = new URLSearchParams({ query });
  if (variables?.trim()) shared.set('variables', variables);
  return `${location.origin}${location.pathname}#${shared}`;
}

const send = createGraphiQLFetcher({ url: '/graphql' });

/**
 * For a moment after a tab is opened GraphiQL still sends the operation name of the tab before. A name that the
 * query does not hold is left out: with one operation in the query the server needs none.
 */
function fetchQuery({ operationName, ...request }, options) {
  const holdsIt = new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(request.query);
  return send({ ...request, ...(operationName && holdsIt && { operationName }) }, options);
}

function ShareButton() {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const [said, setSaid] = useState('');
  async function share() {
    const link = linkTo(queryEditor?.getValue() ?? '', variableEditor?.getValue());
    history.replaceState(null, '', link);
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Link copied · Linket er kopieret');
    } catch {
      setSaid('Link is in the address bar · Linket står i adresselinjen');
    }
    setTimeout(() => setSaid(''), 4000);
  }
  return (
    <div className="kobling-share">
      <button
        type="button"
        className="graphiql-un-styled"
        onClick={share}
        title="Copy a link that opens this query"
      >
        Share · Del
      </button>
      <span role="status">{said}</span>
    </div>
  );
}

const KINDS_OF_USER = {
  analyst: 'Analysts · Analytikere',
  'grc-platform': 'GRC platforms · GRC-systemer',
  'course-builder': 'Course builders · Kursusudviklere',
};

const nameOf = ({ query }) => /^query (\w+)/m.exec(query)[1];

/** The examples of every kind of user; the one chosen opens in a tab of its own. */
function ExampleMenu() {
  const { addTab, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  function open({ target }) {
    const [kind, index] = target.value.split('/');
    const { query, variables } = EXAMPLE_OPERATIONS[kind][index];
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    updateActiveTabValues({ query, variables });
  }
  return (
    <select value="" onChange={open} aria-label="Open an example · Åbn et eksempel">
      <option value="" disabled>
        Open an example · Åbn et eksempel
      </option>
      {Object.entries(KINDS_OF_USER).map(([kind, label]) => (
        <optgroup key={kind} label={label}>
          {EXAMPLE_OPERATIONS[kind].map((example, index) => (
            <option key={nameOf(example)} value={`${kind}/${index}`}>
              {nameOf(example)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const shared = readSharedQuery();
const tabs = shared ? [shared, ...EXAMPLE_OPERATIONS.analyst] : EXAMPLE_OPERATIONS.analyst;
// On a first visit the editors are filled from the initial values, not from the first tab; later, from what was kept.
const first = shared ?? (localStorage.getItem('graphiql:tabState') ? undefined : tabs[0]);
createRoot(document.getElementById('root')).render(
  <GraphiQL
    fetcher={fetchQuery}
    plugins={[HISTORY_PLUGIN]}
    referencePlugin={DOC_EXPLORER_PLUGIN}
    defaultTabs={tabs}
    initialQuery={first?.query}
    initialVariables={first?.variables}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled={false}
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>
      <a href="/graphql" className="kobling-logo">
        Kobling
      </a>
    </GraphiQL.Logo>
    <GraphiQL.Footer>
      <div className="kobling-footer">
        <ExampleMenu />
        <ShareButton />
      </div>
    </GraphiQL.Footer>
  </GraphiQL>,
);
