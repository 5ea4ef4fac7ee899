import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { readAddress, writeAddress, type Address, type Lang } from '../address.js';

export type Go = (change: Partial<Address>, options?: { replace?: boolean }) => void;

export const NavigationContext = createContext<{ address: Address; go: Go }>({
  address: readAddress('', 'en'),
  go: () => undefined,
});

export const useNavigation = () => useContext(NavigationContext);

/** The browser's own language, for a visitor whose address says none. */
export function preferredLanguage(): Lang {
  const first = navigator.languages.find((language) => /^(da|en)\b/i.test(language));
  return first?.toLowerCase().startsWith('da') ? 'da' : 'en';
}

/** The address and how to change it. What somebody types replaces; what somebody chooses can be gone back from. */
export function useAddressBar(): { address: Address; go: Go } {
  const [address, setAddress] = useState(() => readAddress(location.hash, preferredLanguage()));
  useEffect(() => {
    const read = () => setAddress(readAddress(location.hash, preferredLanguage()));
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('hashchange', read);
    };
  }, []);
  const go = useCallback<Go>((change, { replace = false } = {}) => {
    const next = { ...readAddress(location.hash, preferredLanguage()), ...change };
    const fragment = writeAddress(next);
    if (fragment !== location.hash) history[replace ? 'replaceState' : 'pushState'](null, '', fragment);
    setAddress(next);
  }, []);
  return { address, go };
}
