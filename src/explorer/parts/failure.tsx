import { useWords } from '../words/words.js';

/** What the service refused, in its own words. */
export function Failure({ message }: { message: string }) {
  const words = useWords();
  return (
    <p class="failure" role="alert">
      {words.page.failed} {message}
    </p>
  );
}
