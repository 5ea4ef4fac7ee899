import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useNavigation } from '../parts/navigation.js';
import { addMarks, readMarks, writeMarks, type Mark } from './marks.js';

interface Marks {
  marks: readonly Mark[];
  add: (added: readonly Mark[]) => void;
  remove: (clause: string) => void;
  clear: () => void;
}

const MarksContext = createContext<Marks>({
  marks: [],
  add: () => undefined,
  remove: () => undefined,
  clear: () => undefined,
});

export const useMarks = () => useContext(MarksContext);

const KEY = 'kobling.marks';

/**
 * What the reader says is in place. It lives in this tab, over a reload too, and in nothing else: the address does not
 * hold it. A link that somebody chose to share brings a list along, which takes the place of this tab's and then
 * leaves the address.
 */
export function MarksProvider({ children }: { children: ComponentChildren }) {
  const { address, go } = useNavigation();
  const [marks, setMarks] = useState<readonly Mark[]>(() => readMarks(address.have ?? stored()));
  useEffect(() => {
    if (address.have === undefined) return;
    setMarks(readMarks(address.have));
    go({ have: undefined }, { replace: true });
  }, [address.have]);
  useEffect(() => store(writeMarks(marks)), [marks]);
  const value: Marks = {
    marks,
    add: (added) => setMarks((before) => addMarks(before, added)),
    remove: (clause) => setMarks((before) => before.filter((mark) => mark.clause !== clause)),
    clear: () => setMarks([]),
  };
  return <MarksContext.Provider value={value}>{children}</MarksContext.Provider>;
}

function stored(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function store(marks: string): void {
  try {
    if (marks) sessionStorage.setItem(KEY, marks);
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that stores nothing keeps the list until the page is left.
  }
}
