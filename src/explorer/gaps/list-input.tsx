import { useState } from 'preact/hooks';
import { useAnnounce } from '../parts/announcer.js';
import { useNavigation } from '../parts/navigation.js';
import { useWords } from '../words/words.js';
import { useMarks } from './marks-context.js';
import { NoImport, readFileList, readPastedList, type ReadList, type Unreadable } from './read-list.js';
import { UnreadableList } from './unreadable-list.js';

/** Paste a list, or drop a file; what cannot be read is listed with what may be meant. */
export function ListInput() {
  const words = useWords();
  const announce = useAnnounce();
  const { address } = useNavigation();
  const { add } = useMarks();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [dragging, setDragging] = useState(false);
  const [unreadable, setUnreadable] = useState<readonly Unreadable[]>([]);

  const take = (reading: Promise<ReadList>, failed: (error: unknown) => string) => {
    setSaid(words.gaps.reading);
    reading.then(
      (list) => {
        add(list.marks);
        setUnreadable(list.unreadable);
        const result = words.gaps.readResult(list.marks.length, list.unreadable.length);
        setSaid(result);
        announce(result);
      },
      (error: unknown) => setSaid(failed(error)),
    );
  };
  const readText = () =>
    take(readPastedList(text, address.lang), (error) => `${words.page.failed} ${String(error)}`);
  const readFile = (file: File | undefined) => {
    if (file)
      take(readFileList(file), (error) =>
        error instanceof NoImport
          ? words.gaps.fileUnavailable
          : `${words.gaps.fileFailed} ${error instanceof Error ? error.message : String(error)}`,
      );
  };

  return (
    <>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          readText();
        }}
      >
        <label for="pasted">{words.gaps.paste}</label>
        <p class="note" id="paste-hint">
          {words.gaps.pasteHint}
        </p>
        <textarea
          id="pasted"
          rows={6}
          aria-describedby="paste-hint"
          placeholder={words.gaps.pasteExample}
          value={text}
          spellcheck={false}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={text.trim() === ''}>
          {words.gaps.read}
        </button>
      </form>
      <div
        class={dragging ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setDragging(true);
        }}
        onDragLeave={() => setDragging(false)}
        onDrop={(event) => {
          event.preventDefault();
          setDragging(false);
          readFile(event.dataTransfer?.files[0]);
        }}
      >
        <label>
          {words.gaps.drop}{' '}
          <input
            type="file"
            accept=".csv,.xlsx"
            aria-label={words.gaps.file}
            onChange={({ currentTarget }) => {
              readFile(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p class="read-result" role="status">
        {said}
      </p>
      <UnreadableList
        unreadable={unreadable}
        onTake={(one, clause) => {
          add([{ clause, status: one.status }]);
          setUnreadable(unreadable.filter((other) => other !== one));
        }}
        onDismiss={(one) => setUnreadable(unreadable.filter((other) => other !== one))}
      />
    </>
  );
}
