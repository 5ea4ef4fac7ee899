import { useEffect, useMemo } from 'preact/hooks';
import { VIEWS, writeAddress, type Address, type View } from './address.js';
import type { StartAnswer } from './answers.js';
import { ClocksView } from './clocks/clocks-view.js';
import { FlowView } from './flow/flow-view.js';
import { GapsView } from './gaps/gaps-view.js';
import { MarksProvider } from './gaps/marks-context.js';
import { MatrixView } from './matrix/matrix-view.js';
import { Announcer } from './parts/announcer.js';
import { Failure } from './parts/failure.js';
import { NavigationContext, useAddressBar, useNavigation } from './parts/navigation.js';
import { StartContext } from './parts/start.js';
import { THEMES, useTheme, type Theme } from './parts/theme.js';
import { START } from './queries.js';
import { ScopeView } from './scope/scope-view.js';
import { useAnswer } from './use-answer.js';
import { asApi } from './words/language.js';
import { LangContext, useWords, WORDS } from './words/words.js';

export function App() {
  const navigation = useAddressBar();
  const { lang, view } = navigation.address;
  const words = WORDS[lang];
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${words.page.views[view]} · Kobling`;
  }, [lang, view]);
  return (
    <LangContext.Provider value={lang}>
      <NavigationContext.Provider value={navigation}>
        <Announcer>
          <MarksProvider>
            <a class="skip" href="#content" onClick={skip}>
              {words.page.skip}
            </a>
            <Header />
            <Content />
          </MarksProvider>
        </Announcer>
      </NavigationContext.Provider>
    </LangContext.Provider>
  );
}

/** The fragment belongs to the address, so the skip link moves the focus itself. */
function skip(event: Event) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Header() {
  const words = useWords();
  const { address, go } = useNavigation();
  const [theme, setTheme] = useTheme();
  return (
    <header class="top">
      <div class="brand">
        <span class="brand-name">Kobling</span>
        <span class="brand-line">{words.page.tagline}</span>
      </div>
      <nav aria-label={words.page.viewsLabel}>
        <ul>
          {VIEWS.map((view) => (
            <li key={view}>
              <a
                href={writeAddress(toView(address, view))}
                aria-current={view === address.view ? 'page' : undefined}
              >
                {words.page.views[view]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="preferences">
        <span role="group" aria-label={words.page.language} class="languages">
          {(['en', 'da'] as const).map((lang) => (
            <button
              key={lang}
              type="button"
              lang={lang}
              aria-pressed={lang === address.lang}
              onClick={() => go({ lang })}
            >
              {lang === 'en' ? 'English' : 'Dansk'}
            </button>
          ))}
        </span>
        <label class="theme">
          <span class="hidden">{words.page.appearance}</span>
          <select value={theme} onChange={({ currentTarget }) => setTheme(currentTarget.value as Theme)}>
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {words.page.themes[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

/** A view keeps what was chosen; only what is open in the other one is left behind. */
const toView = (address: Address, view: View): Address => ({ ...address, view, cell: undefined });

function Content() {
  const words = useWords();
  const { address } = useNavigation();
  const variables = useMemo(() => ({ language: asApi(address.lang) }), [address.lang]);
  const { data, error } = useAnswer<StartAnswer>(START, variables);
  return (
    <>
      <main id="content" tabIndex={-1}>
        {error && <Failure message={error} />}
        {!data && !error && <p class="loading">{words.page.loading}</p>}
        {data && (
          <StartContext.Provider value={data}>
            <ViewOf view={address.view} />
          </StartContext.Provider>
        )}
      </main>
      {data && <Footer dataset={data.dataset} />}
    </>
  );
}

function ViewOf({ view }: { view: View }) {
  switch (view) {
    case 'matrix':
      return <MatrixView />;
    case 'flow':
      return <FlowView />;
    case 'gaps':
      return <GapsView />;
    case 'scope':
      return <ScopeView />;
    case 'clocks':
      return <ClocksView />;
  }
}

function Footer({ dataset }: Pick<StartAnswer, 'dataset'>) {
  const words = useWords();
  return (
    <footer class="bottom">
      <p>{dataset.disclaimer}</p>
      <p>
        {words.page.release(dataset.version, dataset.releasedOn)} · {words.page.licence(dataset.licence)} ·{' '}
        <a href="/graphql">{words.page.api}</a>
      </p>
    </footer>
  );
}
