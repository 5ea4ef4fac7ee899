import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Says something to those who do not see the page change. */
export const useAnnounce = () => useContext(AnnounceContext);

/** One polite live region for the whole page, and the same message for those who see. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [message, setMessage] = useState('');
  const announce = useCallback((next: string) => {
    // The same message again is only spoken if the region changes in between.
    setMessage('');
    setTimeout(() => setMessage(next), 50);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class={message ? 'toast shown' : 'toast'} role="status" aria-live="polite">
        {message}
      </div>
    </AnnounceContext.Provider>
  );
}
