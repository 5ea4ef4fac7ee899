import { useAnnounce } from '../parts/announcer.js';
import { useNavigation } from '../parts/navigation.js';
import { saveFile } from '../parts/save.js';
import { useWords } from '../words/words.js';
import { useMarks } from './marks-context.js';
import { saveAnalysisOf } from './read-list.js';

const FORMATS = [
  ['xlsx', 'XLSX'],
  ['md', 'Markdown'],
] as const;

/** The whole analysis as a file that the service makes. */
export function SaveAnalysis() {
  const words = useWords();
  const announce = useAnnounce();
  const { address } = useNavigation();
  const { marks } = useMarks();
  if (marks.length === 0) return null;
  const save = (to: string) =>
    void saveAnalysisOf(marks, to, address).then(
      (file) => {
        saveFile(`kobling-gap-analysis.${to}`, file);
        announce(words.page.saved(`kobling-gap-analysis.${to}`));
      },
      () => announce(words.gaps.saveFailed),
    );
  return (
    <div class="export-bar" role="group" aria-label={words.gaps.saveAnalysis}>
      <span class="note">{words.gaps.saveAnalysis}</span>
      {FORMATS.map(([to, name]) => (
        <button type="button" key={to} onClick={() => save(to)}>
          {name}
        </button>
      ))}
    </div>
  );
}
