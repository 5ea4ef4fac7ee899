import { useWords } from '../words/words.js';
import { useAnnounce } from './announcer.js';
import { pngOf, saveFile } from './save.js';

interface ExportBarProps {
  /** Name of the files, without an ending. */
  name: string;
  csv?: () => string;
  svg?: () => string;
}

/** What a view gives away: its link, its figures, its picture, its print. */
export function ExportBar({ name, csv, svg }: ExportBarProps) {
  const words = useWords();
  const announce = useAnnounce();
  const saved = (file: string, content: Blob | string, type?: string) => {
    saveFile(file, content, type);
    announce(words.page.saved(file));
  };
  return (
    <div class="export-bar" role="group" aria-label={words.page.saveAs}>
      <CopyLink />
      {csv && (
        <button type="button" onClick={() => saved(`${name}.csv`, csv(), 'text/csv')}>
          CSV
        </button>
      )}
      {svg && (
        <>
          <button type="button" onClick={() => saved(`${name}.svg`, svg(), 'image/svg+xml')}>
            SVG
          </button>
          <button
            type="button"
            onClick={() =>
              void pngOf(svg()).then(
                (png) => saved(`${name}.png`, png),
                (error: unknown) => announce(String(error)),
              )
            }
          >
            PNG
          </button>
        </>
      )}
      <button type="button" onClick={() => print()}>
        {words.page.print}
      </button>
    </div>
  );
}

function CopyLink() {
  const words = useWords();
  const announce = useAnnounce();
  const copy = () =>
    void copyText(location.href).then((done) => announce(done ? words.page.copied : words.page.copyFailed));
  return (
    <button type="button" onClick={copy}>
      {words.page.copyLink}
    </button>
  );
}

/** False where the browser gives no clipboard, as without TLS on another machine. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
