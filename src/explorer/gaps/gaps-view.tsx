import { scopeOf } from '../address.js';
import type { GapsAnswer } from '../answers.js';
import { Filters } from '../matrix/filters.js';
import { Failure } from '../parts/failure.js';
import { useNavigation } from '../parts/navigation.js';
import { GAPS } from '../queries.js';
import { useAnswer } from '../use-answer.js';
import { useWords } from '../words/words.js';
import { GapResults } from './gap-results.js';
import { ListInput } from './list-input.js';
import { MarkList } from './mark-list.js';
import { useMarks } from './marks-context.js';
import { gapsVariables } from './marks.js';

/** What is in place on one side, what follows on the other. */
export function GapsView() {
  const words = useWords();
  const { address } = useNavigation();
  const { marks } = useMarks();
  const { data, error } = useAnswer<GapsAnswer>(GAPS, gapsVariables(marks, scopeOf(address), address.lang));
  return (
    <>
      <div class="view-head">
        <h1>{words.gaps.title}</h1>
        <p class="lead">{words.gaps.lead}</p>
        <p class="note privacy">{words.gaps.privacy}</p>
      </div>
      <Filters standards={false} />
      <div class="two-sides">
        <section class="side">
          <ListInput />
          <MarkList />
        </section>
        <section class="side main-side" aria-live="polite" aria-busy={!data}>
          {error && <Failure message={error} />}
          {data && <GapResults answer={data.gapAnalysis} />}
        </section>
      </div>
    </>
  );
}
